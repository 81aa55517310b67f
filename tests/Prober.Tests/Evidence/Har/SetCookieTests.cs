using NUnit.Framework;
using Prober.Evidence.Har;

namespace Prober.Tests.Evidence.Har;

public sealed class SetCookieTests
{
    [Test]
    public void Attributes_are_read_in_any_case_and_the_last_one_counts()
    {
        var cookie = SetCookie.Parse("auth0=s%3Aabc==; path=/; DOMAIN=.Login.Example; secure; HTTPONLY; samesite=nOnE; Max-Age=10; max-age=20; Partitioned; Priority=High")!;

        Assert.That(cookie, Is.EqualTo(new SetCookie
        {
            Name = "auth0",
            Value = "s%3Aabc==",
            Path = "/",
            Domain = "login.example",
            Secure = true,
            HttpOnly = true,
            SameSite = "None",
            MaxAge = 20,
            Partitioned = true,
        }));
        Assert.That(cookie.Size, Is.EqualTo(14));
    }

    [TestCase("Wed, 21 Oct 2026 07:28:00 GMT", "2026-10-21T07:28:00Z")]
    [TestCase("Wed, 21-Oct-2026 07:28:00 GMT", "2026-10-21T07:28:00Z")]
    [TestCase("Monday, 09-Nov-99 23:12:40 GMT", "1999-11-09T23:12:40Z")]
    [TestCase("Thu Jan  1 00:00:00 1970", "1970-01-01T00:00:00Z")]
    [TestCase("Thu, 01 Jan 1970 00:00:10 UTC", "1970-01-01T00:00:10Z")]
    [TestCase("2026-10-21T07:28:00.000Z", "2026-10-21T07:28:00Z")]
    [TestCase("Tue, 31 Feb 2026 07:28:00 GMT", null)]
    [TestCase("0", null)]
    [TestCase("", null)]
    public void Dates_are_read_as_browsers_read_them(string text, string? expected) =>
        Assert.That(
            SetCookie.Parse($"a=b; Expires={text}; Path=/")!.Expires,
            Is.EqualTo(expected is null ? null : DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture)));

    [TestCase("a=; Max-Age=0", true)]
    [TestCase("a=; Max-Age=-5", true)]
    [TestCase("a=; Expires=Thu, 01 Jan 1970 00:00:00 GMT", true)]
    [TestCase("a=b; Expires=Thu, 01 Jan 1970 00:00:00 GMT; Max-Age=60", false)]
    [TestCase("a=; Path=/", false)]
    [TestCase("a=b; Max-Age=1h", false)]
    public void A_deletion_is_told_from_a_cookie(string header, bool deletes) =>
        Assert.That(SetCookie.Parse(header)!.DeletesAt(new DateTimeOffset(2026, 3, 12, 0, 0, 0, TimeSpan.Zero)), Is.EqualTo(deletes));

    [TestCase("", null, null)]
    [TestCase("; path=/", null, null)]
    [TestCase("novalue", "", "novalue")]
    [TestCase("=novalue", "", "novalue")]
    [TestCase("a=b=c", "a", "b=c")]
    [TestCase(" a = \"b c\" ; x", "a", "\"b c\"")]
    public void Name_and_value_are_cut_as_browsers_cut_them(string header, string? name, string? value)
    {
        var cookie = SetCookie.Parse(header);
        Assert.That((cookie?.Name, cookie?.Value), Is.EqualTo((name, value)));
    }

    [Test]
    public void The_size_survives_redaction() =>
        Assert.That(SetCookie.Parse("sid=fp_0123456789ab_4090; Path=/")!.Size, Is.EqualTo(4093));
}

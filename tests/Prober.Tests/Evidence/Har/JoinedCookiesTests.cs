using System.Text;
using NUnit.Framework;
using Prober.Evidence.Har;
using Prober.Evidence.Redaction.Sanitizing;

namespace Prober.Tests.Evidence.Har;

public sealed class JoinedCookiesTests
{
    [TestCase("a=1; Path=/, b=2; Path=/", "a=1; Path=/", "b=2; Path=/")]
    [TestCase("a=1; Expires=Wed, 21 Oct 2026 07:28:00 GMT, b=2; Secure", "a=1; Expires=Wed, 21 Oct 2026 07:28:00 GMT", "b=2; Secure")]
    [TestCase("a=1; HttpOnly, __Host-b=; Secure, c=3; Path=/", "a=1; HttpOnly", "__Host-b=; Secure", "c=3; Path=/")]
    public void Each_joined_cookie_comes_out_with_its_own_attributes(string header, params string[] cookies) =>
        Assert.That(Split(header), Is.EqualTo(cookies));

    [TestCase("a=1; Expires=Wed, 21-Oct-2026 07:28:00 GMT; Path=/")]
    [TestCase("choices=x, y=2; Path=/")]
    [TestCase("a=1; Path=/x,y=2")]
    [TestCase("a=1; Path=/, b")]
    [TestCase("a=1; Path=/, =2")]
    [TestCase("a=1; Path=/,")]
    public void Any_other_comma_belongs_to_its_cookie(string header) => Assert.That(Split(header), Is.EqualTo([header]));

    [Test]
    public void Each_joined_cookie_loses_its_value_when_the_file_is_cleaned()
    {
        var output = new MemoryStream();
        new HarSanitizer(new SanitizeOptions()).Sanitize(Har("a=fictional-first; Path=/, b=fictional-second; Path=/x"), output);
        var cookies = HarReader.Read(output.ToArray()).Entries[0].Response;

        Assert.That(SetCookie.Of(cookies).Select(cookie => (cookie.Name, cookie.Path)), Is.EqualTo([("a", "/"), ("b", "/x")]));
        Assert.That(Encoding.UTF8.GetString(output.ToArray()), Does.Not.Contain("fictional-"));
    }

    private static IEnumerable<string> Split(string header) => HarReader.Read(Har(header)).Entries[0].Response.Headers.All("set-cookie");

    private static byte[] Har(string header) => Encoding.UTF8.GetBytes(
        $$$"""{"log":{"entries":[{"request":{"url":"https://a.example"},"response":{"status":200,"headers":[{"name":"Set-Cookie","value":"{{{header}}}"}]}}]}}""");
}

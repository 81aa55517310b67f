using NUnit.Framework;
using Prober.Evidence.Har;

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

    private static IEnumerable<string> Split(string header)
    {
        var log = HarReader.Read(System.Text.Encoding.UTF8.GetBytes(
            $$$"""{"log":{"entries":[{"request":{"url":"https://a.example"},"response":{"status":200,"headers":[{"name":"Set-Cookie","value":"{{{header}}}"}]}}]}}"""));
        return log.Entries[0].Response.Headers.All("set-cookie");
    }
}

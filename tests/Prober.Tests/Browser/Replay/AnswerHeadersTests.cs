using NUnit.Framework;
using Prober.Browser.Replay;
using Prober.Evidence.Har;
using static Prober.Tests.Browser.Replay.Recordings;

namespace Prober.Tests.Browser.Replay;

public sealed class AnswerHeadersTests
{
    [TestCase("date", "Thu, 01 Jan 2026 10:00:00 GMT", "Fri, 02 Jan 2026 10:00:00 GMT")]
    [TestCase("expires", "0", "0")]
    [TestCase("set-cookie", "a=1; Path=/; Expires=Thu, 01 Jan 2026 11:00:00 GMT; Secure", "a=1; Path=/; Expires=Fri, 02 Jan 2026 11:00:00 GMT; Secure")]
    [TestCase("set-cookie", "a=; expires=Thu, 01 Jan 1970 00:00:00 GMT", "a=; Expires=Thu, 01 Jan 1970 00:00:00 GMT")]
    [TestCase("set-cookie", "a=1; Max-Age=60; HttpOnly", "a=1; Max-Age=60; HttpOnly")]
    [TestCase("location", "/cb?state=old", "/cb?state=fresh")]
    [TestCase("content-security-policy", "default-src 'self'", "default-src 'self'")]
    [TestCase("x-note", "two\r\nlines", "twolines")]
    [TestCase("content-encoding", "br", null)]
    [TestCase("content-length", "7", null)]
    [TestCase("strict-transport-security", "max-age=31536000", null)]
    [TestCase("etag", "\"1\"", null)]
    public void Is_sent_again_as(string name, string recorded, string? sent)
    {
        var headers = AnswerHeaders.Of(Exchange("https://app.example.com/", headers: new HarHeader(name, recorded)), TimeSpan.FromDays(1), text => text.Replace("old", "fresh", StringComparison.Ordinal));

        Assert.That(headers.Select(header => header.Value), Is.EqualTo(sent is null ? [] : new[] { sent }));
    }
}

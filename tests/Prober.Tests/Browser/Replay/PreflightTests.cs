using Microsoft.AspNetCore.Http;
using NUnit.Framework;
using Prober.Browser.Replay;
using Prober.Evidence.Har;
using static Prober.Tests.Browser.Replay.Recordings;

namespace Prober.Tests.Browser.Replay;

public sealed class PreflightTests
{
    private const string UserInfo = "https://login.example.com/userinfo";

    [Test]
    public async Task What_was_answered_was_allowed()
    {
        var http = await AskAsync(Exchange(UserInfo, headers: new HarHeader("access-control-allow-origin", "https://app.example.com")));

        Assert.That(http.Response.StatusCode, Is.EqualTo(204));
        Assert.That(http.Response.Headers.AccessControlAllowOrigin.ToString(), Is.EqualTo("https://app.example.com"));
        Assert.That(http.Response.Headers.AccessControlAllowHeaders.ToString(), Is.EqualTo("authorization"));
    }

    [Test]
    public async Task What_was_refused_is_refused_again() =>
        Assert.That((await AskAsync(Exchange(UserInfo, 0, failure: "net::ERR_FAILED"))).Response.Headers.AccessControlAllowOrigin.ToString(), Is.Empty);

    private static async Task<HttpContext> AskAsync(HarEntry recorded)
    {
        var http = new DefaultHttpContext();
        (http.Request.Method, http.Request.Scheme, http.Request.Host, http.Request.Path) = ("OPTIONS", "https", new("login.example.com"), "/userinfo");
        http.Request.Headers.Origin = "https://app.example.com";
        http.Request.Headers.AccessControlRequestMethod = "GET";
        http.Request.Headers.AccessControlRequestHeaders = "authorization";
        await new ReplayResponder(new(Of(recorded)), new([]), TimeProvider.System).AnswerAsync(http);
        return http;
    }
}

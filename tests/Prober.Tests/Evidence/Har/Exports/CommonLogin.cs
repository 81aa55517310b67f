using NUnit.Framework;
using Prober.Evidence.Har;

namespace Prober.Tests.Evidence.Har.Exports;

/// <summary>What the one login of all fixtures consists of, asserted of a log after reading.</summary>
internal static class CommonLogin
{
    private const string Login = "https://login.example.com";
    private const string Portal = "https://portal.example.com";
    public static readonly DateTimeOffset Start = new(2026, 3, 12, 10, 15, 2, TimeSpan.Zero);
    private static readonly string[] LoginCookies = ["auth0 / None Secure HttpOnly 259200", "auth0_compat /  Secure HttpOnly 259200"];
    private static readonly string[] CorrelationCookies =
        [".AspNetCore.Correlation.c1 2026-03-12T10:30:02Z", ".AspNetCore.OpenIdConnect.Nonce.n1 2026-03-12T10:30:02Z"];

    public static void AssertIn(HarLog log, ExportCase export)
    {
        AssertRequests(log);
        AssertRedirects(log);
        AssertCookies(log, export);
        AssertTimes(log, export);
        Assert.That(Of(log, "/protected").Response.Body, export.HasBodies ? Does.Contain("Grüß Gott") : Is.Null);
    }

    private static void AssertRequests(HarLog log)
    {
        var (authorize, callback, post) = (QueryString.OfUrl(Of(log, "/authorize").Request.Url), QueryString.OfUrl(Of(log, "/signin-oidc").Request.Url), Post(log));
        Assert.That(authorize.Select(parameter => parameter.Name), Is.EqualTo(["client_id", "redirect_uri", "response_type", "scope", "code_challenge", "code_challenge_method", "nonce", "state"]));
        Assert.That((authorize["client_id"], authorize["redirect_uri"], authorize["scope"], authorize["state"]), Is.EqualTo(("portal", $"{Portal}/signin-oidc", "openid profile email", "fictional-state-1")));
        Assert.That((callback["code"], callback["state"]), Is.EqualTo(("fictional-code-1", "fictional-state-1")));
        Assert.That(FormBody.Of(post.Request)?.Select(field => $"{field.Name}={field.Value}"),
            Is.EqualTo(["state=fictional-idp-state-1", "username=pat@example.com", "password=fictional-Pass 1+1", "action=default"]));
    }

    private static void AssertRedirects(HarLog log)
    {
        Assert.That(RedirectTarget.Of(Post(log)), Is.EqualTo($"{Login}/authorize/resume?state=fictional-idp-state-1"));
        Assert.That(RedirectTarget.Of(Of(log, "/authorize/resume")), Is.EqualTo($"{Portal}/signin-oidc?code=fictional-code-1&state=fictional-state-1"));
        Assert.That(RedirectTarget.Of(Of(log, "/signin-oidc")), Is.EqualTo($"{Portal}/protected"));
        Assert.That(RedirectTarget.Of(Of(log, "/protected")), Is.Null);
    }

    private static void AssertCookies(HarLog log, ExportCase export)
    {
        Assert.That(SetCookie.Of(Post(log).Response).Select(cookie => $"{cookie.Name} {cookie.Path} {cookie.SameSite} {(cookie.Secure ? "Secure" : "")} {(cookie.HttpOnly ? "HttpOnly" : "")} {cookie.MaxAge}"),
            Is.EqualTo(export.HasCookies ? LoginCookies : []));
        Assert.That(SetCookie.Of(log.Entries[0].Response).Select(cookie => $"{cookie.Name} {cookie.Expires:yyyy-MM-dd'T'HH:mm:ss'Z'}"), Is.EqualTo(export.HasCookies ? CorrelationCookies : []));
        Assert.That(CookieHeader.Of(Of(log, "/authorize/resume").Request).Select(cookie => cookie.Name), Is.EqualTo(export.HasCookies ? ["auth0", "auth0_compat"] : Array.Empty<string>()));
    }

    private static void AssertTimes(HarLog log, ExportCase export)
    {
        var post = Post(log);
        Assert.That(log.Entries[0].StartedAt, Is.EqualTo(Start));
        Assert.That((post.StartedAt, post.TimeMs), Is.EqualTo(export.HasTimes ? (Start.AddMilliseconds(600), 80.5) : (Start, 0)));
        Assert.That(log.Entries.Select(entry => entry.StartedAt), Is.Ordered);
        Assert.That(log.Report.UndatedEntries, Is.Zero);
    }

    private static HarEntry Of(HarLog log, string path) => log.Entries.Single(entry => entry.Request.Uri?.AbsolutePath == path);

    private static HarEntry Post(HarLog log) => log.Entries.Single(entry => entry.Request.Method == "POST");
}

using NUnit.Framework;
using Prober.Browser.Journey;
using Prober.Browser.Pages;
using Prober.Evidence.Session;

namespace Prober.Tests.Browser.Journey;

public sealed class ApplicationSessionsTests
{
    private static readonly Uri Url = new(Looks.Application);
    private static readonly PageLook Home = Looks.Page(Looks.Application, "Welcome Alice");

    [Test]
    public void A_cookie_that_came_with_the_login_is_a_session() =>
        Assert.That(new ApplicationSessions().Establish("portal", Url, Jar(("state", "s")), Jar(("state", "s"), ("app", "1")), Home), Is.True);

    [Test]
    public void The_transactions_own_cookies_are_none() =>
        Assert.That(new ApplicationSessions().Establish("portal", Url, Jar(), Jar((".AspNetCore.Correlation.x", "1"), ("nonce.y", "2")), Home), Is.False);

    [Test]
    public void The_providers_cookie_is_none() =>
        Assert.That(new ApplicationSessions().Establish("portal", Url, Jar(), new CookieSnapshot("m", default, [Cookie("sso", "1", "login.example.com")]), Home), Is.False);

    [Test]
    public void A_token_in_storage_is_one()
    {
        var look = Home with { Local = new Dictionary<string, string> { ["k"] = """{"id_token":"x"}""" }, Session = new Dictionary<string, string>() };

        Assert.That(new ApplicationSessions().Establish("portal", Url, Jar(), Jar(), look), Is.True);
    }

    [Test]
    public void After_logout_only_the_very_same_cookie_still_is_one()
    {
        var sessions = new ApplicationSessions();
        sessions.Establish("portal", Url, Jar(), Jar(("sid", "1")), Home);

        Assert.That(sessions.Stands("portal", Url, Jar(("sid", "1")), Reading(TabState.Anonymous)), Is.True);
        Assert.That(sessions.Stands("portal", Url, Jar(("sid", "2")), Reading(TabState.Anonymous)), Is.False);
        Assert.That(sessions.Stands("portal", Url, Jar(("sid", "2")), Reading(TabState.SignedIn)), Is.True);
    }

    [TestCase(".example.com", "portal.example.com", true)]
    [TestCase("portal.example.com", "portal.example.com", true)]
    [TestCase("example.com", "portal.example.com", false)]
    [TestCase(".ample.com", "example.com", false)]
    public void Domains_match_as_in_RFC_6265(string domain, string host, bool expected) =>
        Assert.That(ApplicationSessions.Matches(domain, host), Is.EqualTo(expected));

    private static PageReading Reading(TabState state) =>
        new PageClassifier(Looks.Scenario(), Looks.Settings, "login").Read(Home) with { State = state };

    private static CookieSnapshot Jar(params (string Name, string Value)[] cookies) =>
        new("m", default, [.. cookies.Select(cookie => Cookie(cookie.Name, cookie.Value, Url.Host))]);

    private static JarCookie Cookie(string name, string value, string domain) => new() { Name = name, Value = value, Domain = domain, Path = "/" };
}

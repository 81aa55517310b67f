using NUnit.Framework;

namespace Prober.Tests.Scenarios;

/// <summary>Each mistake is one change to a healthy scenario; the message is exact, because a person works by it.</summary>
public sealed class BadJourneyTests
{
    [TestCase(
        "expect: {",
        "expects: {",
        "portal.yaml:18:1: unknown key \"expects\". Did you mean \"expect\"? Expected name, description, tags, provider, account, applications, journey, expect, steps, alternate, budgets, schedule or objective.")]
    [TestCase(
        "  - secondTab: portal",
        "  - second_tab: portal",
        "portal.yaml:14:5: journey[1]: unknown key \"second_tab\". Did you mean \"secondTab\"? Expected login, secondTab, sso, logout, parallelTabs or signedOut.")]
    [TestCase(
        "  - secondTab: portal",
        "  - parallelTabs: portal",
        "portal.yaml:14:5: journey[1]: parallelTabs where somebody is signed in, so that no tab would meet the login page; log out first.")]
    [TestCase(
        "  - login: portal\n",
        "",
        "portal.yaml:13:5: journey[0]: secondTab comes before any login; begin the journey with - login: portal.")]
    [TestCase(
        "journey:\n",
        "journey: []\nrest:\n",
        "portal.yaml:12:10: journey: expected a list of phases, found an empty list.")]
    [TestCase(
        "  - login: portal",
        "  - login: portl",
        "portal.yaml:13:12: journey[0].login: unknown application \"portl\". Did you mean \"portal\"? Expected portal or billing.")]
    [TestCase(
        "  - login: portal",
        "  - login: [portal]",
        "portal.yaml:13:12: journey[0].login: expected an application's name, found a list.")]
    [TestCase(
        "  - login: portal",
        "  - portal",
        "portal.yaml:13:5: journey[0]: expected a phase: login, secondTab, sso, logout, parallelTabs or signedOut, found \"portal\".")]
    [TestCase(
        "  - login: portal",
        "  - login: portal\n    secondTab: portal",
        "portal.yaml:14:5: journey[0]: expected one key in each item of the list, found login and secondTab; begin a new item with \"- \".")]
    [TestCase(
        "  - secondTab: portal",
        "  - login: portal",
        "portal.yaml:14:5: journey[1]: login at portal, which is signed in already; log out first.")]
    [TestCase(
        "  - secondTab: portal",
        "  - secondTab: billing",
        "portal.yaml:14:5: journey[1]: secondTab of billing, where nobody is signed in at this point.")]
    [TestCase(
        "  - sso: billing",
        "  - sso: portal",
        "portal.yaml:15:5: journey[2]: sso to portal, which is signed in already; name another application.")]
    [TestCase(
        "  - sso: billing",
        "  - sso: { after: 3s }",
        "portal.yaml:15:10: journey[2].sso: missing the key \"to\": the application to walk over to.")]
    [TestCase(
        "  - logout: portal\n  - signedOut",
        "  - logout: billing\n  - signedOut",
        "portal.yaml:16:5: journey[3]: logout from billing, but applications.billing has no key logout that says what to click.")]
    [TestCase(
        "  - logout: portal\n",
        "",
        "portal.yaml:16:5: journey[3]: signedOut comes before any logout.")]
    [TestCase(
        "  - sso: billing\n  - logout: portal",
        "  - logout: portal\n  - sso: billing",
        "portal.yaml:16:5: journey[3]: sso after logout, when nobody is signed in; log in again first.")]
    [TestCase(
        "  - sso: billing\n",
        "",
        "portal.yaml:16:5: journey[3]: signedOut looks at billing, where nobody was signed in before.")]
    [TestCase(
        "signedOut: [portal, billing]",
        "signedOut: portal",
        "portal.yaml:17:16: journey[4].signedOut: expected a list of application names, found \"portal\".")]
    [TestCase(
        "signedOut: [portal, billing]",
        "signedOut: []",
        "portal.yaml:17:16: journey[4].signedOut: expected a list of application names, found an empty list.")]
    [TestCase(
        "    logout: { link: Log out }\n",
        "",
        "portal.yaml:15:5: journey[3]: logout from portal, but applications.portal has no key logout that says what to click.")]
    [TestCase(
        "expect: {",
        "steps: [{ fill: { label: User } }]\nexpect: {",
        "portal.yaml:18:17: steps[0].fill: missing the key \"value\": what is typed.")]
    [TestCase(
        "expect: {",
        "steps: [{ type: { label: User } }]\nexpect: {",
        "portal.yaml:18:11: steps[0]: unknown key \"type\". Expected goto, click, fill, press, select, wait or expect.")]
    [TestCase(
        "expect: {",
        "steps: [{ wait: 2h }]\nexpect: {",
        "portal.yaml:18:17: steps[0].wait: expected a duration up to 1m, found \"2h\".")]
    public void Journey_that_makes_no_sense_is_refused(string good, string bad, string message) =>
        Assert.That(PortalScenario.Mistake(good, bad), Is.EqualTo(message));
}

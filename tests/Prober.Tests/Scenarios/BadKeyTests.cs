using NUnit.Framework;

namespace Prober.Tests.Scenarios;

/// <summary>Each mistake is one change to a healthy scenario; the message is exact, because a person works by it.</summary>
public sealed class BadKeyTests
{
    [TestCase(
        "username: ${USER}",
        "user_name: ${USER}",
        "portal.yaml:4:3: account: unknown key \"user_name\". Did you mean \"username\"? Expected username, password or totp.")]
    [TestCase(
        "signedIn: { text: Welcome }",
        "signed-in: { text: Welcome }",
        "portal.yaml:9:5: applications.portal: unknown key \"signed-in\". Did you mean \"signedIn\"? Expected url, protected, signedIn, signedOut, login, logout, postLogout, callbacks, clientId, saml, confidential, claims, me or log.")]
    [TestCase(
        "signedIn: { text: Welcome }",
        "signedIn: { txt: Welcome }",
        "portal.yaml:9:17: applications.portal.signedIn: unknown key \"txt\". Did you mean \"text\"? Expected text, link, button, label, testId, role, name or selector.")]
    [TestCase(
        "expect: { claims: [email] }",
        "expect: { colour: red }",
        "portal.yaml:18:11: expect: unknown key \"colour\". Expected claims, attributes, groups, prompt, error, check, mfa, consent, amr, acr, maxAge, federatedLogout, providerLogout, sso, secondTabPrompt, maxStep, session or skew.")]
    [TestCase(
        "name: portal\n",
        "name: portal\nname: billing\n",
        "portal.yaml:2:1: the key \"name\" stands here a second time; the first is in line 1.")]
    [TestCase(
        "name: portal\n",
        "",
        "portal.yaml:1:1: missing the key \"name\": a short name in kebab-case; it labels reports and metrics.")]
    [TestCase(
        ", issuer: \"https://login.example.com/\"",
        "",
        "portal.yaml:2:11: provider: missing the key \"issuer\": the issuer identifier, exact to the trailing slash.")]
    [TestCase(
        "    signedIn: { text: Welcome }\n",
        "",
        "portal.yaml:8:5: applications.portal: missing the key \"signedIn\": what only somebody signed in can see, such as { text: Welcome }.")]
    [TestCase(
        "  password: ${PASSWORD}\n",
        "",
        "portal.yaml:4:3: account: missing the key \"password\": the password, usually ${PROBER_PASSWORD}.")]
    [TestCase(
        "signedIn: { text: Welcome }",
        "signedIn: {}",
        "portal.yaml:9:15: applications.portal.signedIn: expected exactly one of text, link, button, label, testId, role or selector, found none.")]
    [TestCase(
        "signedIn: { text: Welcome }",
        "signedIn: { text: Welcome, link: Home }",
        "portal.yaml:9:15: applications.portal.signedIn: expected exactly one of text, link, button, label, testId, role or selector, found text and link.")]
    [TestCase(
        "signedIn: { text: Welcome }",
        "signedIn: { text: Welcome, name: Home }",
        "portal.yaml:9:38: applications.portal.signedIn.name: name goes with role; a link, button or label has its name as its value.")]
    [TestCase(
        "claims: [email]",
        "prompt: required, check: login-prompt-shown",
        "portal.yaml:18:36: expect.check: check goes with error: it names the check that the error makes pass.")]
    public void Key_that_is_unknown_missing_or_doubled_is_refused(string good, string bad, string message) =>
        Assert.That(PortalScenario.Mistake(good, bad), Is.EqualTo(message));
}

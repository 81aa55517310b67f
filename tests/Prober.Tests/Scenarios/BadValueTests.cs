using NUnit.Framework;

namespace Prober.Tests.Scenarios;

/// <summary>Each mistake is one change to a healthy scenario; the message is exact, because a person works by it.</summary>
public sealed class BadValueTests
{
    [TestCase(
        "name: portal\n",
        "name: 12\n",
        "portal.yaml:1:7: name: expected a name of lower-case letters, digits and single hyphens, found the number 12; write it in quotes.")]
    [TestCase(
        "name: portal\n",
        "name: Portal App\n",
        "portal.yaml:1:7: name: expected a name of lower-case letters, digits and single hyphens, found \"Portal App\".")]
    [TestCase(
        "name: portal\n",
        "name:\n",
        "portal.yaml:1:1: name: expected a name of lower-case letters, digits and single hyphens, found nothing.")]
    [TestCase(
        "name: portal\n",
        "name: [portal]\n",
        "portal.yaml:1:7: name: expected a name of lower-case letters, digits and single hyphens, found a list.")]
    [TestCase(
        "kind: auth0",
        "kind: autho",
        "portal.yaml:2:19: provider.kind: expected auth0, keycloak, okta, entra, cognito, duende, openiddict, oidc-provider, lemonldap-ng, adfs or generic, found \"autho\". Did you mean \"auth0\"?")]
    [TestCase(
        "kind: auth0",
        "kind: sharepoint",
        "portal.yaml:2:19: provider.kind: expected auth0, keycloak, okta, entra, cognito, duende, openiddict, oidc-provider, lemonldap-ng, adfs or generic, found \"sharepoint\".")]
    [TestCase(
        "account:\n  username: ${USER}\n  password: ${PASSWORD}",
        "account: hunter2-hunter2",
        "portal.yaml:3:10: account: expected the keys username and password, found a text.")]
    [TestCase(
        "password: ${PASSWORD}",
        "password: 12345678",
        "portal.yaml:5:13: account.password: expected a password, found a number; write it in quotes.")]
    [TestCase(
        "password: ${PASSWORD}",
        "password:",
        "portal.yaml:5:3: account.password: expected a password, found nothing.")]
    [TestCase(
        "password: ${PASSWORD}",
        "password: abc",
        "portal.yaml:5:13: account.password: expected a password of at least 4 characters, found a shorter one.")]
    [TestCase(
        "password: ${PASSWORD}",
        "password: ''",
        "portal.yaml:5:13: account.password: expected a password, found an empty value.")]
    [TestCase(
        "password: ${PASSWORD}",
        "password: ${PASSWORD}\n  totp: not-base-32!",
        "portal.yaml:6:9: account.totp: expected a base32 seed of letters and the digits 2 to 7, found other characters.")]
    [TestCase(
        "applications:\n",
        "applications: []\nrest:\n",
        "portal.yaml:6:15: applications: expected one application or more, by name, found a list.")]
    [TestCase(
        "url: https://portal.example.com/",
        "url: portal.example.com",
        "portal.yaml:8:10: applications.portal.url: expected an address that begins with https:// or http://, found \"portal.example.com\".")]
    [TestCase(
        "url: https://portal.example.com/",
        "url: ftp://portal.example.com/",
        "portal.yaml:8:10: applications.portal.url: expected an address that begins with https:// or http://, found \"ftp://portal.example.com/\".")]
    [TestCase(
        "url: https://portal.example.com/",
        "url: https://ada:pw@portal.example.com/",
        "portal.yaml:8:10: applications.portal.url: expected an address without user name and password.")]
    [TestCase(
        "url: https://portal.example.com/",
        "url: ${PASSWORD}",
        "portal.yaml:8:10: applications.portal.url: expected an address that begins with https:// or http://, found \"${PASSWORD}\".")]
    [TestCase(
        "issuer: \"https://login.example.com/\"",
        "issuer: \"https://login.example.com/?tenant=a\"",
        "portal.yaml:2:34: provider.issuer: expected an issuer identifier without ? and #, as the discovery document has it.")]
    [TestCase(
        "kind: auth0",
        "kind: auth0, hosts: [\"https://id.example.com/\"]",
        "portal.yaml:2:34: provider.hosts[0]: expected a host name without https:// and path, found \"https://id.example.com/\".")]
    [TestCase(
        "signedIn: { text: Welcome }",
        "signedIn: Welcome",
        "portal.yaml:9:15: applications.portal.signedIn: expected a locator such as { text: Welcome } or { button: Log in }, found \"Welcome\".")]
    [TestCase(
        "signedIn: { text: Welcome }",
        "signedIn: { role: buton, name: Home }",
        "portal.yaml:9:23: applications.portal.signedIn.role: expected one of 82 words, such as alert, alertdialog, application, article, banner, blockquote, button, caption, cell, checkbox, code or columnheader, found \"buton\". Did you mean \"button\"?")]
    [TestCase(
        "signedIn: { text: Welcome }",
        "signedIn: { text: 404 }",
        "portal.yaml:9:23: applications.portal.signedIn.text: expected a text, found the number 404; write it in quotes.")]
    [TestCase(
        "    logout: { link: Log out }",
        "    logout: { link: Log out }\n    confidential: maybe",
        "portal.yaml:11:19: applications.portal.confidential: expected true or false, found \"maybe\".")]
    [TestCase(
        "  billing: {",
        "  bill/ing: {",
        "portal.yaml:11:3: applications: expected a name of letters, digits, dots, hyphens and underscores, found \"bill/ing\".")]
    [TestCase(
        "claims: [email]",
        "claims: email",
        "portal.yaml:18:19: expect.claims: expected a list of texts, or keys that are claims with a pattern each, found \"email\".")]
    [TestCase(
        "claims: [email]",
        "claims: { email: \"(\" }",
        "portal.yaml:18:28: expect.claims.email: expected a regular expression, found \"(\": insufficient closing parentheses at character 1.")]
    [TestCase(
        "claims: [email]",
        "sso: yes",
        "portal.yaml:18:16: expect.sso: expected true or false, found \"yes\".")]
    [TestCase(
        "claims: [email]",
        "skew: 60",
        "portal.yaml:18:17: expect.skew: expected a duration such as 500ms, 3s, 5m, 2h or 3d, found the number 60 without a unit.")]
    [TestCase(
        "claims: [email]",
        "skew: 5 parsecs",
        "portal.yaml:18:17: expect.skew: expected a duration such as 500ms, 3s, 5m, 2h or 3d, found \"5 parsecs\".")]
    [TestCase(
        "claims: [email]",
        "session: { idle: 7d, absolute: 3d }",
        "portal.yaml:18:28: expect.session.idle: expected an idle limit no longer than the absolute one, 3d, found \"7d\".")]
    public void Value_of_the_wrong_kind_is_refused(string good, string bad, string message) =>
        Assert.That(PortalScenario.Mistake(good, bad), Is.EqualTo(message));
}

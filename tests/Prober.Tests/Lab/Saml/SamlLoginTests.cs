using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using NUnit.Framework;
using Prober.Lab;

namespace Prober.Tests.Lab.Saml;

public sealed partial class SamlLoginTests
{
    [Test]
    public async Task One_session_serves_saml_and_openid_connect_and_single_logout_ends_both()
    {
        await using var lab = await StartAsync();
        using var visit = new Visit();
        await LogInAsync(visit, lab);
        await visit.SubmitAsync([], CancellationToken.None);
        Assert.That(visit.Body, Does.Contain("Accounts of Alice Archer").And.Contain("editors, accounting"));

        await visit.GoAsync(lab.Portal, "/protected", CancellationToken.None);
        Assert.That(visit.Body, Does.Contain("Welcome, Alice Archer"));

        await visit.GoAsync(lab.Ledger, "/logout", CancellationToken.None);
        Assert.That(visit.Address, Is.EqualTo(new Uri(lab.Ledger, "/signed-out")));
        await visit.GoAsync(lab.Portal, "/protected", CancellationToken.None);
        Assert.That(visit.Address.AbsolutePath, Is.EqualTo("/u/login/identifier"));
    }

    [Test]
    public async Task The_identity_provider_may_begin()
    {
        await using var lab = await StartAsync();
        using var visit = new Visit();
        await visit.LogInAsync(lab.Portal, LabUsers.Alice.Username, LabUsers.Alice.Password, CancellationToken.None);
        await visit.GoAsync(lab.IdentityProvider, "/samlp/ledger", CancellationToken.None);
        await visit.SubmitAsync([], CancellationToken.None);
        Assert.That(visit.Body, Does.Contain("Accounts of Alice Archer"));
    }

    [Test]
    public async Task A_changed_assertion_is_refused()
    {
        await using var lab = await StartAsync();
        using var visit = new Visit();
        await LogInAsync(visit, lab);
        await PostAsync(visit, xml => xml.Replace("alice@example.com", "eve@example.com", StringComparison.Ordinal));
        Assert.That(visit.Status, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    [Test]
    public async Task A_forged_assertion_beside_the_signed_one_is_refused()
    {
        await using var lab = await StartAsync();
        using var visit = new Visit();
        await LogInAsync(visit, lab);
        await PostAsync(visit, xml =>
        {
            var signed = Assertion().Match(xml).Value;
            var forged = Signature().Replace(signed, "").Replace("alice@example.com", "eve@example.com", StringComparison.Ordinal);
            return xml.Replace(signed, forged + signed, StringComparison.Ordinal);
        });
        Assert.That(visit.Status, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    [TestCase(Fault.SamlStatusAuthnFailed)]
    [TestCase(Fault.SamlDestinationHost)]
    [TestCase(Fault.SamlInResponseToUnknown)]
    [TestCase(Fault.SamlNotYetValid)]
    [TestCase(Fault.SamlWrongAudience)]
    [TestCase(Fault.SamlWrongRecipient)]
    [TestCase(Fault.SamlCertificateRolledOver)]
    public async Task A_response_that_breaks_a_rule_lets_nobody_in(Fault fault)
    {
        await using var lab = await StartAsync(fault);
        using var visit = new Visit();
        await LogInAsync(visit, lab);
        await visit.SubmitAsync([], CancellationToken.None);
        Assert.That(visit.Status, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That(visit.Body, Does.Contain("We could not sign you in"));
    }

    [Test]
    public async Task Forced_authentication_asks_in_spite_of_a_session()
    {
        await using var lab = await StartAsync(Fault.SecondApplicationForcesAuthn);
        using var visit = new Visit();
        await visit.LogInAsync(lab.Portal, LabUsers.Alice.Username, LabUsers.Alice.Password, CancellationToken.None);
        await visit.GoAsync(lab.Ledger, "/protected", CancellationToken.None);
        Assert.That(visit.Address.AbsolutePath, Is.EqualTo("/u/login/identifier"));
    }

    [Test]
    public async Task A_login_may_come_by_an_upstream_assertion()
    {
        await using var lab = await LabHost.StartAsync(new LabOptions { Scenario = LabScenario.FederatedSaml }, CancellationToken.None);
        using var visit = new Visit();
        await visit.GoAsync(lab.Portal, "/protected", CancellationToken.None);
        await visit.SubmitAsync(new() { ["loginfmt"] = LabUsers.Uma.Username, ["passwd"] = LabUsers.Uma.Password }, CancellationToken.None);
        await visit.SubmitAsync([], CancellationToken.None);
        Assert.That(visit.Body, Does.Contain("Welcome, Uma Upton"));

        await visit.GoAsync(lab.Portal, "/logout", CancellationToken.None);
        Assert.That(visit.Address, Is.EqualTo(new Uri(lab.Portal, "/signed-out")));
        Assert.That(visit.Trail, Has.Some.Property(nameof(Uri.AbsolutePath)).EqualTo("/saml2/logout"));
    }

    private static Task<LabHost> StartAsync(Fault? fault = null) =>
        LabHost.StartAsync(new LabOptions { Scenario = LabScenario.Saml, Fault = fault }, CancellationToken.None);

    /// <summary>Up to the page that would post the response by itself.</summary>
    private static Task LogInAsync(Visit visit, LabHost lab) =>
        visit.LogInAsync(lab.Ledger, LabUsers.Alice.Username, LabUsers.Alice.Password, CancellationToken.None);

    private static Task PostAsync(Visit visit, Func<string, string> change)
    {
        var sent = WebUtility.HtmlDecode(Response().Match(visit.Body).Groups[1].Value);
        var changed = change(Encoding.UTF8.GetString(Convert.FromBase64String(sent)));
        return visit.SubmitAsync(new() { ["SAMLResponse"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(changed)) }, CancellationToken.None);
    }

    [GeneratedRegex("name=\"SAMLResponse\" value=\"([^\"]+)\"")]
    private static partial Regex Response();

    [GeneratedRegex("<saml:Assertion.*</saml:Assertion>", RegexOptions.Singleline)]
    private static partial Regex Assertion();

    [GeneratedRegex("<Signature.*</Signature>", RegexOptions.Singleline)]
    private static partial Regex Signature();
}

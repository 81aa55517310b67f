using System.Net;
using System.Text.RegularExpressions;
using NUnit.Framework;
using Prober.Evidence.Saml;
using Prober.Evidence.Saml.Metadata;
using Prober.Evidence.Saml.Signatures;
using Prober.Lab;

namespace Prober.Tests.Lab.WsFederation;

public sealed partial class WsFederationLoginTests
{
    private const string Metadata = "/wsfed/archive/FederationMetadata/2007-06/FederationMetadata.xml";

    [Test]
    public async Task One_session_serves_both_protocols_and_sign_out_ends_both()
    {
        await using var lab = await StartAsync();
        using var visit = new Visit();
        await LogInAsync(visit, lab);
        await visit.SubmitAsync([], CancellationToken.None);
        Assert.That(visit.Body, Does.Contain("Documents of Alice Archer").And.Contain("editors, accounting"));

        await visit.GoAsync(lab.Portal, "/protected", CancellationToken.None);
        Assert.That(visit.Body, Does.Contain("Welcome, Alice Archer"));

        await visit.GoAsync(lab.Archive, "/logout", CancellationToken.None);
        Assert.That(visit.Address, Is.EqualTo(new Uri(lab.Archive, "/signed-out")));
        await visit.GoAsync(lab.Portal, "/protected", CancellationToken.None);
        Assert.That(visit.Address.AbsolutePath, Is.EqualTo("/u/login/identifier"));
    }

    [Test]
    public async Task The_token_verifies_with_the_certificate_of_the_metadata()
    {
        await using var lab = await StartAsync();
        using var visit = new Visit();
        await LogInAsync(visit, lab);
        var sent = WebUtility.HtmlDecode(Result().Match(visit.Body).Groups[1].Value);
        await visit.GoAsync(lab.IdentityProvider, Metadata, CancellationToken.None);
        var (metadata, _) = SamlMetadataReader.Read(visit.Body);
        Assert.That(metadata!.SingleSignOn, Is.EqualTo(new[] { new SamlEndpoint("WS-Federation", new Uri(lab.IdentityProvider, "/wsfed/archive").ToString()) }));

        var message = SamlHarvest.Read(SamlCarrier.OfText(sent, default), new(), new(TrustedCertificates.Of(metadata.SigningCertificates), []));
        Assert.That(message.Kind, Is.EqualTo(SamlMessageKind.SecurityTokenResponse));
        var assertion = message.Assertions.Single();
        Assert.That((assertion.Version, assertion.Issuer, assertion.Signature.Verdict), Is.EqualTo(("1.1", metadata.EntityId, SamlSignatureVerdict.Valid)));
    }

    [Test]
    public async Task A_changed_token_is_refused()
    {
        await using var lab = await StartAsync();
        using var visit = new Visit();
        await LogInAsync(visit, lab);
        var sent = WebUtility.HtmlDecode(Result().Match(visit.Body).Groups[1].Value);
        await visit.SubmitAsync(new() { ["wresult"] = sent.Replace("alice@example.com", "eve@example.com", StringComparison.Ordinal) }, CancellationToken.None);
        Assert.That(visit.Status, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    [TestCase(Fault.SamlNotYetValid)]
    [TestCase(Fault.SamlWrongAudience)]
    [TestCase(Fault.SamlCertificateRolledOver)]
    public async Task A_token_that_breaks_a_rule_lets_nobody_in(Fault fault)
    {
        await using var lab = await StartAsync(fault);
        using var visit = new Visit();
        await LogInAsync(visit, lab);
        await visit.SubmitAsync([], CancellationToken.None);
        Assert.That(visit.Status, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    [TestCase("/wsfed/archive?wa=wsignin1.0&wtrealm=urn:lab:other", "urn:lab:other")]
    [TestCase("/wsfed/archive?wa=wsignin1.0&wtrealm=urn:lab:archive&wreply=http://evil.example/", "http://evil.example/")]
    [TestCase("/wsfed/archive?wa=wsignout1.0&wreply=http://evil.example/", "http://evil.example/")]
    [TestCase("/wsfed/archive?wa=wattr1.0", "wattr1.0")]
    [TestCase("/wsfed/portal?wa=wsignin1.0", "Unknown client: portal")]
    public async Task A_request_that_is_not_registered_stops_at_the_provider(string request, string named)
    {
        await using var lab = await StartAsync();
        using var visit = new Visit();
        await visit.GoAsync(lab.IdentityProvider, request, CancellationToken.None);
        Assert.That(visit.Status, Is.EqualTo(HttpStatusCode.BadRequest).Or.EqualTo(HttpStatusCode.Forbidden));
        Assert.That(WebUtility.HtmlDecode(visit.Body), Does.Contain(named));
    }

    [TestCase("0", true)]
    [TestCase("10", false)]
    public async Task A_fresh_login_can_be_asked_for(string minutes, bool asks)
    {
        await using var lab = await StartAsync();
        using var visit = new Visit();
        await LogInAsync(visit, lab);
        await visit.GoAsync(lab.IdentityProvider, $"/wsfed/archive?wa=wsignin1.0&wtrealm=urn:lab:archive&wfresh={minutes}", CancellationToken.None);
        Assert.That(visit.Address.AbsolutePath == "/u/login/identifier", Is.EqualTo(asks));
    }

    [Test]
    public async Task Cleanup_ends_the_session_too()
    {
        await using var lab = await StartAsync();
        using var visit = new Visit();
        await LogInAsync(visit, lab);
        await visit.GoAsync(lab.IdentityProvider, "/wsfed/archive?wa=wsignoutcleanup1.0", CancellationToken.None);
        await visit.GoAsync(lab.Portal, "/protected", CancellationToken.None);
        Assert.That(visit.Address.AbsolutePath, Is.EqualTo("/u/login/identifier"));
    }

    private static Task<LabHost> StartAsync(Fault? fault = null) =>
        LabHost.StartAsync(new LabOptions { Scenario = LabScenario.WsFederation, Fault = fault }, CancellationToken.None);

    /// <summary>Up to the page that would post the token by itself.</summary>
    private static Task LogInAsync(Visit visit, LabHost lab) =>
        visit.LogInAsync(lab.Archive, LabUsers.Alice.Username, LabUsers.Alice.Password, CancellationToken.None);

    [GeneratedRegex("name=\"wresult\" value=\"([^\"]+)\"")]
    private static partial Regex Result();
}

using NUnit.Framework;
using Prober.Checklist;
using Prober.Checklist.Reports;
using Prober.Evidence;
using Prober.Tests.Evidence.Saml;

namespace Prober.Tests.Checklist.Checks.Claims.Saml;

/// <summary>Whole logins by SAML and WS-Federation: what every check says of them, not only those of assertions.</summary>
public sealed class FederationFlowTests
{
    private static readonly SamlFlow Unsolicited = new()
    {
        IsUnsolicited = true,
        Response = new() { InResponseTo = null },
        Expect = expected => expected with { Applications = [expected.Applications[0] with { EntityId = SignedResponse.Service }] },
    };

    private static IEnumerable<TestCaseData> Healthy()
    {
        yield return new TestCaseData(new SamlFlow().Build()).SetArgDisplayNames("SAML, started by the application");
        yield return new TestCaseData(Unsolicited.Build()).SetArgDisplayNames("SAML, started by the provider");
        yield return new TestCaseData((Unsolicited with { Expect = expected => new() { RequiredAttributes = expected.RequiredAttributes } }).Build()).SetArgDisplayNames("SAML, started by the provider, nothing known");
        yield return new TestCaseData((new SamlFlow { Response = new() { SignResponse = true } }).Build()).SetArgDisplayNames("SAML, both signed");
        yield return new TestCaseData(new WsFederationFlow().Build()).SetArgDisplayNames("WS-Federation");
        yield return new TestCaseData(new SamlFlow().Build() with { Assertions = Captured.Nothing<IReadOnlyList<Prober.Evidence.Saml.SamlMessage>>("an old bundle") }).SetArgDisplayNames("SAML, messages read from the traffic");
    }

    [TestCaseSource(nameof(Healthy))]
    public void A_healthy_login_passes_with_no_fail_and_no_warn(EvidenceBundle bundle)
    {
        var report = ChecklistRunner.Run(bundle);

        var untrusted = bundle.Assertions.IsPresent ? [] : new[] { "claims-saml-signature" };
        Assert.Multiple(() =>
        {
            Assert.That(report.Checks.Where(check => check.Verdict is Verdict.Fail or Verdict.Warn or Verdict.Error).Select(check => check.Id), Is.EqualTo(untrusted), Story(report));
            Assert.That(report.Verdict, Is.EqualTo(untrusted.Length == 0 ? Verdict.Pass : Verdict.Warn), Story(report));
        });
    }

    [Test]
    public void A_login_that_the_provider_started_asks_no_request_of_the_application()
    {
        var report = Unsolicited.Judge();

        string[] asking = ["login-prompt-authorize-seen", "login-prompt-request-valid", "token-state-roundtrip", "claims-saml-in-response-to"];
        Assert.That(report.Checks.Where(check => asking.Contains(check.Id)).Select(check => check.Verdict), Is.All.EqualTo(Verdict.NotApplicable), Story(report));
        Assert.That(Verdicts(report, "token-app-callback-seen", "token-returned", "claims-saml-signature"), Is.All.EqualTo(Verdict.Pass), Story(report));
    }

    [Test]
    public void A_login_that_the_provider_started_is_refused_where_the_application_takes_none() =>
        Assert.That((Unsolicited with { Expect = expected => expected with { Applications = [expected.Applications[0] with { ProviderStarted = false }] } }).Ask("claims-saml-in-response-to").Reason,
            Is.EqualTo("unsolicited-refused"));

    [TestCase(null, Verdict.Pass, "returned")]
    [TestCase("", Verdict.Warn, "state-not-returned")]
    [TestCase("another-relay-state", Verdict.Fail, "state-differs")]
    public void RelayState_must_come_back(string? returned, Verdict verdict, string reason)
    {
        var result = new SamlFlow { ReturnedState = returned }.Ask("token-state-roundtrip");

        Assert.That((result.Verdict, result.Reason), Is.EqualTo((verdict, reason)), result.Summary);
    }

    [Test]
    public void A_status_other_than_success_is_owned_by_the_check_of_the_status()
    {
        var report = new SamlFlow { Response = new() { Status = """<samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Requester"><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:RequestDenied"/></samlp:StatusCode>""" } }.Judge();

        Assert.That((report.Headline?.Check, report.Headline?.Reason), Is.EqualTo(("claims-saml-status", "request-denied")), Story(report));
        Assert.That(report.Checks.Single(check => check.Id == "token-returned").BlockedBy, Is.EqualTo("claims-saml-status"), Story(report));
    }

    [Test]
    public void An_assertion_in_the_address_is_a_warning() =>
        Assert.That(new SamlFlow { Change = steps => [.. steps.Select(step => step.Name == "consumer" ? step with { Method = "GET", Url = $"{step.Url}?{step.Form}", Form = null } : step)] }
            .Ask("token-app-callback-seen").Reason, Is.EqualTo("assertion-in-query"));

    [Test]
    public void A_consumer_service_called_without_an_assertion_is_named()
    {
        var report = new SamlFlow { Change = steps => [.. steps.Select(step => step.Name == "consumer" ? step with { Form = "RelayState=x", Status = 400, Body = "no SAMLResponse" } : step).Where(step => step.Name != "home")] }.Judge();

        Assert.That((report.Headline?.Check, report.Headline?.Reason), Is.EqualTo(("token-returned", "no-assertion")), Story(report));
    }

    [Test]
    public void Audience_of_a_security_token_is_judged()
    {
        var report = new WsFederationFlow { Audience = "urn:example:other" }.Judge();

        Assert.That((report.Headline?.Check, report.Headline?.Reason), Is.EqualTo(("claims-saml-audience", "other-audience")), Story(report));
    }

    [Test]
    public void A_security_token_that_was_changed_is_told() =>
        Assert.That(new WsFederationFlow { Tamper = xml => xml.Replace("alice@", "admin@", StringComparison.Ordinal) }.Ask("claims-saml-signature").Reason, Is.EqualTo("invalid"));

    [Test]
    public void Another_context_than_was_sent_is_told() =>
        Assert.That(new WsFederationFlow { ReturnedContext = "another" }.Ask("token-state-roundtrip").Reason, Is.EqualTo("state-differs"));

    private static IEnumerable<Verdict> Verdicts(Report report, params string[] checks) => report.Checks.Where(check => checks.Contains(check.Id)).Select(check => check.Verdict);

    private static string Story(Report report) => report.Summary + "\n" + string.Join("\n", report.Checks.Select(result => $"{result.Id} {result.Verdict} {result.Reason} {result.BlockedBy} {result.Summary}"));
}

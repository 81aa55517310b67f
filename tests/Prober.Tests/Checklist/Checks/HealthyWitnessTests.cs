using NUnit.Framework;
using Prober.Checklist;

namespace Prober.Tests.Checklist.Checks;

/// <summary>Healthy runs with every witness: the checks that read logs, records and settings agree with the browser.</summary>
public sealed class HealthyWitnessTests
{
    private static readonly string[] OfWitnesses =
        ["logs-entry-created", "profile-user-exists", "profile-attributes-present", "login-prompt-connection-enabled", "app-logs-attributes-received",
        "sso-within-session-lifetime", "logout-redirect-allowed", "sso-connection-enabled-second-app", "sso-second-app-profile"];

    [Test]
    public void A_healthy_run_with_all_witnesses_passes_their_checks()
    {
        var report = EvidenceBuilder.Live().Witnessed().Judge();

        Assert.Multiple(() =>
        {
            Assert.That(Bad(report), Is.Empty);
            Assert.That(OfWitnesses.Where(id => report.Checks.Single(check => check.Id == id).Verdict is not Verdict.Pass)
                .Select(id => report.Checks.Single(check => check.Id == id).Summary), Is.Empty);
        });
    }

    [TestCase(true)]
    [TestCase(false)]
    public void A_healthy_federated_login_has_no_failure_and_no_warning(bool live) => Assert.That(Bad(FederatedFlow.Begin(live).Judge()), Is.Empty);

    [Test]
    public void A_healthy_federated_login_with_all_witnesses_has_none_either() =>
        Assert.That(Bad(FederatedFlow.WithUpstreamToken(("email", "a"), ("name", "b"), ("department", "c")).Witnessed().Judge()), Is.Empty);

    [TestCase("keycloak")]
    [TestCase("okta")]
    [TestCase("generic")]
    public void Without_witnesses_no_kind_of_provider_is_blamed(string kind) =>
        Assert.That(Bad(EvidenceBuilder.Live().Expect(expected => expected with { Provider = expected.Provider with { Kind = kind } }).Judge()), Is.Empty);

    private static IEnumerable<string> Bad(Prober.Checklist.Reports.Report report) => report.Checks
        .Where(check => check.Verdict is Verdict.Fail or Verdict.Warn or Verdict.Error).Select(check => $"{check.Id}: {check.Verdict} {check.Reason}: {check.Summary}");
}

using NUnit.Framework;
using Prober.Checklist;
using Prober.Tests.Checklist.Permutations;

namespace Prober.Tests.Checklist.Checks.Logout;

public sealed class FederatedLogoutTests
{
    private const string Check = "logout-federated";
    private const string Upstream = "https://upstream.localhost:7005";

    [Test]
    public void A_logout_that_reaches_the_upstream_provider_passes() =>
        Assert.That(Federated(reached: true, wanted: true).Ask(Check) is { Verdict: Verdict.Pass, Reason: "reached" }, Is.True);

    [Test]
    public void A_logout_that_was_not_asked_to_go_on_fails() =>
        Assert.That(Federated(reached: false, wanted: true).Ask(Check) is { Verdict: Verdict.Fail, Reason: "not-requested" }, Is.True);

    [Test]
    public void A_file_with_only_a_part_of_the_logout_says_nothing_of_the_upstream_provider()
    {
        var bundle = Federated(reached: false, wanted: true).Change("end-session", step => step with { Url = HealthyFlow.Provider + "/oidc/logout?state=back" })
            .Change("revisit-authorize", step => step.Redirect(FederatedFlow.Request))
            .InsertAfter("revisit-authorize", new EvidenceStep("upstream-asks", "GET", FederatedFlow.Request, 200) { Body = HealthyFlow.LoginHtml }.From("cross-site")).Build();
        var click = bundle.Traffic.Value!.Entries.Single(entry => entry.Request.Url == HealthyFlow.Portal + "/logout").Index;

        (Verdict, string?) Ask(int from, int end)
        {
            var result = ChecklistRunner.Run(EvidencePermutations.Cut(EvidencePermutations.AsFile(bundle), from, end)).Checks.Single(check => check.Id == Check);
            return (result.Verdict, result.Reason);
        }

        Assert.That(Ask(0, click + 1), Is.EqualTo((Verdict.Inconclusive, "partly-recorded")), "before the provider is called");
        Assert.That(Ask(click + 1, int.MaxValue), Is.EqualTo((Verdict.Inconclusive, "partly-recorded")), "on the way back");
    }

    [Test]
    public void Going_on_against_the_scenarios_will_is_a_warning() =>
        Assert.That(Federated(reached: true, wanted: false).Ask(Check) is { Verdict: Verdict.Warn, Reason: "unwanted" }, Is.True);

    [Test]
    public void A_local_user_has_nothing_else_to_log_out_from() =>
        Assert.That(EvidenceBuilder.Live().Expect(expected => expected with { FederatedLogout = true }).Ask(Check).Reason,
            Is.EqualTo("local-user"));

    [Test]
    public void A_refused_logout_blocks_the_question() =>
        Assert.That(LogoutEvidence.Refused(Federated(reached: false, wanted: true)).Ask(Check).BlockedBy,
            Is.EqualTo("logout-redirect-allowed"));

    /// <summary>The user comes from an upstream provider, to which the logout goes on or not.</summary>
    private static EvidenceBuilder Federated(bool reached, bool wanted)
    {
        var upstreamLogin =
            $"{Upstream}/authorize?client_id=broker&redirect_uri={Uri.EscapeDataString(HealthyFlow.Provider + "/login/callback")}&response_type=code&state={EvidenceStep.Fp("up")}";
        var evidence = EvidenceBuilder.Live()
            .Expect(expected => expected with
            {
                FederatedLogout = wanted,
                Provider = expected.Provider
                with
                { UpstreamHosts = ["upstream.localhost:7005"] }
            })
            .InsertAfter("identifier-post", new EvidenceStep("upstream-login", "GET", upstreamLogin, 200) { Body = HealthyFlow.LoginHtml })
            .Change("identifier-post", step => step.Redirect(upstreamLogin));
        return !reached
            ? evidence
            : evidence.Change("end-session", step => (step with { Url = step.Url + "&federated=" }).Redirect($"{Upstream}/logout"))
                .InsertAfter("end-session", new EvidenceStep("upstream-logout", "GET", $"{Upstream}/logout", 302).From("cross-site")
                    .Redirect($"{HealthyFlow.Portal}/signed-out"));
    }
}

using NUnit.Framework;
using Prober.Checklist;
using Prober.Evidence;
using Prober.Evidence.Saml;
using Prober.Evidence.Session;

namespace Prober.Tests.Checklist.Checks.Credentials;

public sealed class UpstreamCallbackUrlTests
{
    private const string Id = "credentials-upstream-callback-url";

    [TestCase(true)]
    [TestCase(false)]
    public void An_answer_to_the_url_that_was_sent_passes(bool live) => Assert.That(FederatedFlow.Begin(live).Ask(Id).Verdict, Is.EqualTo(Verdict.Pass));

    [Test]
    public void A_local_account_has_no_upstream_provider() => Assert.That(EvidenceBuilder.Live().Ask(Id).Verdict, Is.EqualTo(Verdict.NotApplicable));

    [TestCase(true)]
    [TestCase(false)]
    public void An_upstream_page_that_refuses_the_callback_is_the_headline(bool live)
    {
        var report = FederatedFlow.Begin(live).Change("upstream-request", step =>
                step.Answers(400, FaultEvidence.ErrorHtml("invalid_request", "redirect_uri is not registered for this client")))
            .EndLoginAt("upstream-request").RemoveTab(TabLook.Prompt)
            .AddTab(PhaseName.Login, TabLook.Prompt, TabState.Error, tab => tab with { Url = FederatedFlow.Upstream + "/authorize" }).Judge();

        Assert.Multiple(() =>
        {
            Assert.That((report.Headline?.Check, report.Headline?.Reason), Is.EqualTo((Id, "not-registered")));
            Assert.That(report.Headline?.Remedy, Does.Contain(FederatedFlow.BrokerCallback));
            Assert.That(report.Checks.Where(check => check.Verdict is Verdict.Fail).Select(check => check.Id),
                Is.SubsetOf(new[] { Id, "logs-idp-response-error", "login-prompt-shown" }));
        });
    }

    [Test]
    public void An_answer_to_another_path_of_the_broker_fails_and_so_does_the_callback()
    {
        var elsewhere = FederatedFlow.Answer.Replace("/login/callback", "/old/callback", StringComparison.Ordinal);
        var report = FederatedFlow.Begin().Change("upstream-post", step => step.Redirect(elsewhere))
            .Change("broker-callback", step => (step with { Url = elsewhere }).Answers(404, "<h1>Not found</h1>")).EndLoginAt("broker-callback")
            .AddTab(PhaseName.Login, TabLook.AfterCredentials, TabState.Error, tab => tab with { DocumentStatus = 404 }).Judge();

        Assert.That(report.Checks.Where(check => check.Verdict is Verdict.Fail).Select(check => check.Id),
            Is.SupersetOf(new[] { Id, "credentials-broker-callback-seen" }).And.Not.Contain("token-app-callback-seen"));
    }

    [TestCase(FederatedFlow.BrokerCallback, Verdict.Pass)]
    [TestCase(HealthyFlow.Provider + "/old/callback", Verdict.Warn)]
    public void An_assertion_that_is_addressed_elsewhere_and_taken_all_the_same_is_a_warning(string destination, Verdict verdict)
    {
        var builder = FederatedFlow.Begin();
        var callback = builder.IndexOf("broker-callback");
        var result = builder.With(bundle => bundle with
        {
            Assertions = Captured.Of<IReadOnlyList<SamlMessage>>([new() { Kind = SamlMessageKind.Response, Binding = SamlBinding.Post, Entry = callback, At = default, SentTo = FederatedFlow.BrokerCallback, Destination = destination }]),
        }).Ask(Id);
        Assert.That(result.Verdict, Is.EqualTo(verdict), result.Summary);
        if (verdict == Verdict.Warn) Assert.That((result.Reason, result.Remedy!.Contains(FederatedFlow.BrokerCallback, StringComparison.Ordinal)), Is.EqualTo(("addressed-elsewhere", true)));
    }
}

using NUnit.Framework;
using Prober.Checklist;
using Prober.Evidence.Session;

namespace Prober.Tests.Checklist.Checks.Credentials;

public sealed class BrokerCallbackSeenTests
{
    private const string Id = "credentials-broker-callback-seen";

    [TestCase(true)]
    [TestCase(false)]
    public void An_answer_that_came_back_passes(bool live) => Assert.That(FederatedFlow.Begin(live).Ask(Id).Verdict, Is.EqualTo(Verdict.Pass));

    [Test]
    public void A_local_account_has_no_upstream_provider() => Assert.That(EvidenceBuilder.Live().Ask(Id).Verdict, Is.EqualTo(Verdict.NotApplicable));

    [Test]
    public void A_classic_database_login_at_the_callback_path_is_no_federation() =>
        Assert.That(EvidenceBuilder.Har().Change("password-post", step => step with { Url = FederatedFlow.BrokerCallback, Form = "wctx=x&wresult=y&password=***" })
            .Ask(Id).Verdict, Is.EqualTo(Verdict.NotApplicable));

    [Test]
    public void A_browser_that_stays_upstream_after_the_password_fails()
    {
        var result = Stays().Ask(Id);

        Assert.Multiple(() =>
        {
            Assert.That((result.Verdict, result.Reason), Is.EqualTo((Verdict.Fail, "never-returned")));
            Assert.That(result.Summary, Does.Contain("upstream.localhost:7005").And.Contain("/login/callback"));
        });
    }

    [Test]
    public void No_log_entry_is_then_no_second_fault() =>
        Assert.That(Stays().Log().Ask("logs-entry-created").BlockedBy, Is.EqualTo(Id));

    [Test]
    public void A_file_that_ends_on_the_upstream_page_blames_nobody()
    {
        var report = FederatedFlow.Begin(live: false).EndLoginAt("upstream-page").Judge();

        Assert.That(report.Checks.Where(check => check.Verdict is Verdict.Fail), Is.Empty);
    }

    [Test]
    public void An_answer_with_an_error_is_a_warning()
    {
        var answer = $"{FederatedFlow.BrokerCallback}?error=server_error&state={EvidenceStep.Fp("up-1")}";
        var evidence = FederatedFlow.Begin().Change("upstream-post", step => step.Redirect(answer)).Change("broker-callback", step => step with { Url = answer });

        Assert.That(evidence.Ask(Id) is { Verdict: Verdict.Warn, Reason: "returned-error" }, Is.True);
    }

    private static EvidenceBuilder Stays() => FederatedFlow.Begin()
        .Change("upstream-post", step => step with { Status = 200, ResponseHeaders = [], Body = "<h1>Your applications</h1>" })
        .EndLoginAt("upstream-post")
        .AddTab(PhaseName.Login, TabLook.AfterCredentials, TabState.Anonymous, tab => tab with { Url = FederatedFlow.Upstream + "/login" });
}

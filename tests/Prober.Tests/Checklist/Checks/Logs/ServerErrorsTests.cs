using NUnit.Framework;
using Prober.Checklist;
using Prober.Evidence.Session;
using static Prober.Tests.Checklist.WitnessEvidence;

namespace Prober.Tests.Checklist.Checks.Logs;

public sealed class ServerErrorsTests
{
    private const string Id = "logs-idp-server-errors";
    private const string Exception = "java.lang.NullPointerException: Cannot invoke \"UserModel.getId()\"";

    [Test]
    public void A_log_without_errors_passes() =>
        Assert.That(EvidenceBuilder.Live().ServerLog(Line("Started login", LogSeverity.Information)).Ask(Id).Verdict, Is.EqualTo(Verdict.Pass));

    [Test]
    public void An_exception_beside_a_server_error_fails_and_mirrors_the_owner()
    {
        var report = FaultEvidence.Unavailable(live: true).ServerLog(Line(Exception, seconds: 0.3)).Judge();

        Assert.Multiple(() =>
        {
            Assert.That(report.Headline?.Check, Is.EqualTo("login-prompt-idp-available"));
            Assert.That(report.Checks.Single(check => check.Id == Id) is { Verdict: Verdict.Fail, Reason: "login-error" }, Is.True);
        });
    }

    [Test]
    public void An_error_that_nothing_ties_to_the_login_is_a_warning() =>
        Assert.That(EvidenceBuilder.Live().ServerLog(Line(Exception)).Ask(Id) is { Verdict: Verdict.Warn, Reason: "other-errors" }, Is.True);

    [Test]
    public void A_line_that_names_the_client_is_tied_to_it() =>
        Assert.That(EvidenceBuilder.Live().ServerLog(
            Line("WARN [org.keycloak.events] type=\"CODE_TO_TOKEN_ERROR\", clientId=\"portal\", error=\"invalid_code\"", LogSeverity.Warning)).Ask(Id).Verdict,
            Is.EqualTo(Verdict.Fail));

    [Test]
    public void A_hosted_provider_keeps_its_logs() => Assert.That(EvidenceBuilder.Live().Ask(Id) is { Verdict: Verdict.NotApplicable, Reason: "hosted" }, Is.True);

    [Test]
    public void Without_a_file_of_ones_own_server_it_is_inconclusive() =>
        Assert.That(EvidenceBuilder.Live().Expect(expected => expected with { Provider = expected.Provider with { Kind = "keycloak" } }).Ask(Id).Verdict,
            Is.EqualTo(Verdict.Inconclusive));
}

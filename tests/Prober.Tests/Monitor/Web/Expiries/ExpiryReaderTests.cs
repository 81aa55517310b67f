using NUnit.Framework;
using Prober.Checklist;
using Prober.Checklist.Reports;
using Prober.Monitor.Store;
using Prober.Monitor.Web.Expiries;
using Prober.Tests.Reporting.Samples;

namespace Prober.Tests.Monitor.Web.Expiries;

public sealed class ExpiryReaderTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 29, 12, 0, 0, TimeSpan.Zero);

    private static readonly RunRecord Run = new() { Id = "run", Scenario = "portal", Node = "node", State = RunState.Completed, Cause = RunCause.Schedule, DueAt = Now, StartedAt = Now };

    [Test]
    public void Certificates_have_a_day_and_a_password_has_words()
    {
        var report = SampleReports.Healthy() with
        {
            Checks =
            [
                Check("extra-tls-cert-forecast", "soon", "One ends.", EvidencePointer.Api("TLS certificate of login.example.com", "2026-12-09 12:00:00Z"), EvidencePointer.Api("SAML signing certificate 1a2b3c4d…", "2027-06-01 00:00:00Z")),
                Check("credentials-password-expired", "expiring", "The password expires in 5 days."),
                Check("credentials-no-error-shown", "expired", "Something else."),
            ],
        };
        var expiries = ExpiryReader.Of(report, Run).ToList();
        Assert.That(expiries.Select(expiry => (expiry.What, expiry.Days(Now), expiry.Tone(Now))), Is.EqualTo(new (string, int?, string)[]
        {
            ("TLS certificate of login.example.com", 10, "fail"), ("SAML signing certificate 1a2b3c4d…", 183, "pass"), ("The password expires in 5 days.", null, "warn"),
        }));
    }

    private static CheckResult Check(string id, string reason, string summary, params EvidencePointer[] evidence) => SampleReports.Healthy().Checks[0] with
    { Id = id, Verdict = Verdict.Warn, Reason = reason, Summary = summary, Evidence = evidence };
}

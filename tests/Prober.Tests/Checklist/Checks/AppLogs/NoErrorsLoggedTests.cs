using NUnit.Framework;
using Prober.Checklist;
using Prober.Checklist.Checks.AppLogs;
using Prober.Evidence;
using Prober.Evidence.Session;

namespace Prober.Tests.Checklist.Checks.AppLogs;

public sealed class NoErrorsLoggedTests
{
    private const string Check = "app-logs-no-errors";

    private static readonly DateTimeOffset Start = new(2026, 1, 1, 10, 0, 0, TimeSpan.Zero);

    [Test]
    public void A_log_without_errors_that_covers_the_login_passes() =>
        Assert.That(Logged(LogSeverity.Information, "User signed in").Ask(Check).Verdict, Is.EqualTo(Verdict.Pass));

    [Test]
    public void A_librarys_refusal_fails_and_says_what_it_means()
    {
        var result = Logged(LogSeverity.Error, "IDX10223: Lifetime validation failed. The token is expired.").Ask(Check);

        Assert.Multiple(() =>
        {
            Assert.That((result.Verdict, result.Reason), Is.EqualTo((Verdict.Fail, "login-refused")));
            Assert.That(result.Summary, Does.Contain("the token had expired for the application's clock"));
            Assert.That(result.Evidence[0],
                Is.EqualTo(EvidencePointer.Log(0, "portal.log", "IDX10223: Lifetime validation failed. The token is expired.")));
        });
    }

    [TestCase(LogSeverity.Error, "Disk cache is slow", Verdict.Warn, "other-errors")]
    [TestCase(LogSeverity.Warning, "Correlation failed.", Verdict.Warn, "warnings")]
    [TestCase(LogSeverity.Warning, "Cache miss", Verdict.Pass, "clean")]
    public void Other_lines_are_weighed(LogSeverity severity, string text, Verdict verdict, string reason)
    {
        var result = Logged(severity, text).Ask(Check);

        Assert.That((result.Verdict, result.Reason), Is.EqualTo((verdict, reason)));
    }

    [Test]
    public void Lines_long_after_the_login_are_not_about_it() =>
        Assert.That(Logged(LogSeverity.Error, "jwt expired", TimeSpan.FromMinutes(30)).Ask(Check).Verdict, Is.EqualTo(Verdict.Pass));

    [Test]
    public void A_log_of_another_time_covers_nothing() =>
        Assert.That(Logged(LogSeverity.Information, "started", TimeSpan.FromDays(-1), to: Start.AddHours(-1)).Ask(Check).Reason,
            Is.EqualTo("not-covered"));

    [Test]
    public void Without_a_log_a_server_error_at_the_callback_counts()
    {
        var healthy = EvidenceBuilder.Har();
        var broken = EvidenceBuilder.Har().Change("callback", step => step.Answers(500, "An unhandled exception occurred"));

        Assert.That((healthy.Ask(Check).Reason, broken.Ask(Check).Reason), Is.EqualTo(("no-evidence", "http-5xx")));
    }

    [TestCase("Correlation failed.")]
    [TestCase("IDX10501: Signature validation failed. Unable to match key")]
    [TestCase("[authorization_request_not_found]")]
    [TestCase("TokenExpiredError: jwt expired")]
    [TestCase("OPError: invalid_grant")]
    [TestCase("mismatching_state: CSRF Warning! State not equal in request and response.")]
    [TestCase("[next-auth][error][OAUTH_CALLBACK_ERROR]")]
    [TestCase("unable to obtain CSRF cookie")]
    [TestCase("connect ECONNREFUSED 127.0.0.1:443")]
    public void The_usual_libraries_are_understood(string text) => Assert.That(AppLogPatterns.Explain(text), Is.Not.Null);

    [TestCase("GET /health 200 in 3 ms")]
    [TestCase("State of the union: all good")]
    public void Ordinary_lines_are_left_alone(string text) => Assert.That(AppLogPatterns.Explain(text), Is.Null);

    private static EvidenceBuilder Logged(LogSeverity severity, string text, TimeSpan? after = null, DateTimeOffset? to = null) =>
        EvidenceBuilder.Har().With(bundle => bundle with
        {
            ApplicationLogs = Captured.Of<IReadOnlyList<ApplicationLog>>(
            [
                new()
                {
                    Application = "portal", Source = "portal.log", From = Start.AddHours(-2), To = to ?? Start.AddHours(2),
                    Lines = [new LogLine(Start.AddSeconds(1) + (after ?? TimeSpan.Zero), severity, text)],
                },
            ]),
        });
}

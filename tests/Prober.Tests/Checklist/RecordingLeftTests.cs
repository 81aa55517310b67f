using NUnit.Framework;
using Prober.Checklist;
using Prober.Checklist.Reports;
using Prober.Evidence;
using Prober.Evidence.Session;

namespace Prober.Tests.Checklist;

public sealed class RecordingLeftTests
{
    private const string Sentence = "customer.har does not reach as far as this journey. In the single sign-on at billing, GET https://billing.localhost:7002/ was asked for, which is not in it; what came after cannot be judged.";

    [Test]
    public void What_was_proven_before_stands()
    {
        var report = Judge(Left("document"), Failing(entry: 2));

        Assert.That((report.Verdict, report.Headline?.Check), Is.EqualTo((Verdict.Fail, "token-root")));
    }

    [Test]
    public void What_rests_on_anything_behind_is_no_failure()
    {
        var report = Judge(Left("document"), Failing(entry: int.MaxValue));

        Assert.That((report.Verdict, report.Fault, report.Summary), Is.EqualTo((Verdict.Inconclusive, FaultOwner.None, Sentence)));
        Assert.That((report.Checks.Single().Verdict, report.Checks.Single().Reason), Is.EqualTo((Verdict.Inconclusive, "not-in-recording")));
    }

    [Test]
    public void A_missing_script_can_stop_a_page_and_a_missing_picture_cannot() => Assert.Multiple(() =>
    {
        Assert.That(Judge(Left("script"), Failing(int.MaxValue)).Verdict, Is.EqualTo(Verdict.Inconclusive));
        Assert.That(Judge(Left("image"), Failing(int.MaxValue)).Verdict, Is.EqualTo(Verdict.Fail));
    });

    [Test]
    public void A_journey_that_reached_everything_missed_nothing()
    {
        var report = Judge(Left("document", PhaseOutcome.Reached));

        Assert.That(report.Verdict, Is.EqualTo(Verdict.Pass));
        Assert.That(report.Quality.Single(flag => flag.Id == "not-in-recording").Text, Is.EqualTo("The recording has no answer to GET https://billing.localhost:7002/."));
    }

    private static EvidenceBuilder Left(string resourceType, PhaseOutcome outcome = PhaseOutcome.NotReached) =>
        EvidenceBuilder.Live().Phase(PhaseName.Sso, outcome).With(bundle =>
        {
            var sso = bundle.Phases.Value!.First(phase => phase.Name == PhaseName.Sso);
            return bundle with
            {
                Run = bundle.Run with
                {
                    Source = EvidenceSource.Replay,
                    Replay = new() { Recording = "customer.har", RecordedAt = bundle.Run.StartedAt, Entries = 30, Used = 20, Unrecorded = [new("GET", "https://billing.localhost:7002/", sso.StartedAt, resourceType)] },
                },
            };
        });

    private static StubCheck Failing(int entry) => new("token-root", evidence =>
        Finding.Fail("bad", "It broke.", EvidencePointer.Har(Math.Min(entry, evidence.Traffic.Entries.Count - 1), "response.status", "500")));

    private static Report Judge(EvidenceBuilder evidence, params IReadOnlyList<Check> checks) => ChecklistRunner.Run(evidence.Build(), checks);
}

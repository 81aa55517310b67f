using NUnit.Framework;
using Prober.Checklist.Reports;
using Prober.Evidence.Session;
using Prober.Reporting.Html.Diagram;
using Prober.Reporting.Wording;
using Prober.Tests.Reporting.Samples;

namespace Prober.Tests.Reporting.Html.Diagram;

public sealed class SequenceLayoutTests
{
    [Test]
    public void Draws_a_loop_once_and_shows_the_round_that_failed()
    {
        var report = SampleReports.Loop();
        var drawing = Layout(report);

        Assert.That(drawing.Loops.Select(loop => loop.Times), Is.EqualTo([6]));
        Assert.That(drawing.Arrows, Has.Count.EqualTo(report.Hops.Count - (5 * 3)));
        Assert.That(drawing.Arrows.Count(arrow => arrow.Hop.Failing), Is.EqualTo(1));
    }

    [Test]
    public void Says_how_many_requests_are_left_out()
    {
        var drawing = Layout(SampleReports.Healthy());

        Assert.That(drawing.Gaps.Select(gap => gap.Text), Has.Exactly(1).Contains("14 other requests"));
        Assert.That(drawing.Bands.Select(band => band.Title), Is.EqualTo(["Login", "Second tab", "Single sign-on", "Logout"]));
    }

    [TestCaseSource(typeof(SampleReports), nameof(SampleReports.All))]
    public void Lets_nothing_overlap((string Name, Report Report) sample)
    {
        var drawing = Layout(sample.Report);

        foreach (var (upper, lower) in drawing.Arrows.Zip(drawing.Arrows.Skip(1)))
            Assert.That(lower.Top, Is.GreaterThanOrEqualTo(upper.Top + upper.Height));
        Assert.That(drawing.Arrows.Select(arrow => arrow.Top + arrow.Height), Is.All.LessThanOrEqualTo(drawing.Height));
        Assert.That(drawing.Lifelines.Select(line => line.X), Is.Ordered.And.Unique.And.All.LessThan(drawing.Width));
    }

    [Test]
    public void Bounds_a_long_recording_and_keeps_what_failed()
    {
        var hops = new SampleHops();
        for (var i = 0; i < 1000; i++)
            hops.Add(PhaseName.Login, i % 2 == 0 ? "portal" : "idp", "call", $"https://portal.example.com/{i}", 200);
        var report = SampleReports.Healthy() with { Hops = [.. hops.All.Select(hop => hop with { Failing = hop.Entry == 500 })] };

        var drawing = Layout(report);

        Assert.That(drawing.Arrows, Has.Count.LessThan(200));
        Assert.That(drawing.Arrows.Any(arrow => arrow.Hop.Failing));
        Assert.That(drawing.Gaps.Count(gap => gap.Text.Contains("not drawn", StringComparison.Ordinal)), Is.EqualTo(2));
    }

    [Test]
    public void Gives_a_crowd_of_other_hosts_one_line()
    {
        var others = Enumerable.Range(0, 9).Select(i => new Participant($"cdn{i}", $"cdn{i}", ParticipantKind.Other, $"cdn{i}.example.org")).ToList();
        var hops = others.Aggregate(new SampleHops(), (all, other) => all.Add(PhaseName.Login, other.Id, "call", $"https://{other.Host}/", 200));
        hops.Add(PhaseName.Login, "nobody-knows", "call", "https://x.example/", 200);

        var drawing = Layout(SampleReports.Healthy() with { Hops = hops.All, Participants = [.. SampleHops.Participants, .. others] });

        Assert.That(drawing.Lifelines.Select(line => line.Name), Is.EqualTo(["Browser", "other hosts"]));
        Assert.That(drawing.Arrows.Select(arrow => arrow.ToX).Distinct().Count(), Is.EqualTo(1));
    }

    private static SequencePicture Layout(Report report) => SequenceLayout.Of(new ReportIndex(report));
}

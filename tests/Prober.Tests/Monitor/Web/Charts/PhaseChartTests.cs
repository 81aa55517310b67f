using NUnit.Framework;
using Prober.Monitor.Store;
using Prober.Monitor.Web.Charts;

namespace Prober.Tests.Monitor.Web.Charts;

public sealed class PhaseChartTests
{
    private static readonly PhaseFigures Login = new() { Name = "login", Application = "portal", Runs = 1, MedianMs = 1, Percentile95Ms = 1 };

    [Test]
    public void A_line_is_broken_where_nothing_was_walked()
    {
        var chart = Chart(Point(0, 1000), Point(1, 2000), Point(3, 500));
        Assert.That(chart.Top, Is.EqualTo(2000));
        Assert.That(chart.Path(Login), Is.EqualTo("M125 500h0L375 0M875 750h0"));
        Assert.That(chart.Spans, Is.EqualTo(new[] { 3, 1, 0 }));
        Assert.That((chart.At(Login, 1), chart.At(Login, 2)), Is.EqualTo((2000d, default(double?))));
    }

    [TestCase(0, 1000)]
    [TestCase(999, 1000)]
    [TestCase(1001, 2000)]
    [TestCase(4200, 5000)]
    [TestCase(61_000, 100_000)]
    public void The_scale_ends_at_a_round_figure(double longest, double top) => Assert.That(Chart(Point(0, longest)).Top, Is.EqualTo(top));

    [Test]
    public void The_last_span_of_a_window_holds_this_moment([Values("24h", "7d", "30d")] string name)
    {
        var (window, now) = (ChartWindow.Of(name), new DateTimeOffset(2026, 11, 29, 13, 47, 3, TimeSpan.Zero));
        var last = window.Since(now) + (window.Span * (window.Spans - 1));
        Assert.That(now, Is.GreaterThanOrEqualTo(last).And.LessThan(last + window.Span));
    }

    private static PhaseChart Chart(params PhasePoint[] points) => new(new ChartWindow("4h", "4 hours", TimeSpan.FromHours(1), 4), DateTimeOffset.UnixEpoch, points);

    private static PhasePoint Point(long span, double median) => new() { Name = "login", Application = "portal", Span = span, MedianMs = median };
}

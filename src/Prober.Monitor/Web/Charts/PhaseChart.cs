using System.Globalization;
using System.Text;
using Prober.Monitor.Store;

namespace Prober.Monitor.Web.Charts;

/// <summary>Phases over time as lines; drawn into a field of 1000 by 1000 that the page stretches, with the latest at the right.</summary>
public sealed class PhaseChart
{
    private const double Field = 1000;
    private static readonly double[] Steps = [1, 2, 5, 10];

    private readonly ILookup<(string Name, string Application), PhasePoint> _points;

    public PhaseChart(ChartWindow window, DateTimeOffset since, IReadOnlyList<PhasePoint> points)
    {
        ArgumentNullException.ThrowIfNull(points);
        (Window, Since) = (window, since);
        _points = points.ToLookup(point => (point.Name, point.Application));
        Top = Ceiling(points.Select(point => point.MedianMs).DefaultIfEmpty().Max());
    }

    public ChartWindow Window { get; }

    /// <summary>When the first span begins.</summary>
    public DateTimeOffset Since { get; }

    /// <summary>Milliseconds at the upper edge: the next of 1, 2 and 5 times a power of ten.</summary>
    public double Top { get; }

    public bool IsEmpty => _points.Count == 0;

    /// <summary>Spans that have a run, latest first.</summary>
    public IEnumerable<long> Spans => _points.SelectMany(phase => phase).Select(point => point.Span).Distinct().OrderDescending();

    public DateTimeOffset Start(long span) => Since + (Window.Span * span);

    /// <summary>Null when there was no run in the span.</summary>
    public double? At(PhaseFigures phase, long span)
    {
        ArgumentNullException.ThrowIfNull(phase);
        return _points[(phase.Name, phase.Application)].FirstOrDefault(point => point.Span == span)?.MedianMs;
    }

    /// <summary>The line as SVG path data: broken where spans have no run, and a dot where one stands alone.</summary>
    public string Path(PhaseFigures phase)
    {
        ArgumentNullException.ThrowIfNull(phase);
        var path = new StringBuilder();
        long? last = null;
        foreach (var point in _points[(phase.Name, phase.Application)])
        {
            var (x, y) = (Field * (point.Span + 0.5) / Window.Spans, Field * (1 - (point.MedianMs / Top)));
            path.Append(CultureInfo.InvariantCulture, $"{(last == point.Span - 1 ? "L" : "M")}{x:0.#} {y:0.#}{(last == point.Span - 1 ? "" : "h0")}");
            last = point.Span;
        }

        return path.ToString();
    }

    private static double Ceiling(double milliseconds)
    {
        if (milliseconds <= 0) return 1000;
        var power = Math.Pow(10, Math.Floor(Math.Log10(milliseconds)));
        return Steps.Select(times => times * power).First(top => top >= milliseconds);
    }
}

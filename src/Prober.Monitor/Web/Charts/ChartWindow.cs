namespace Prober.Monitor.Web.Charts;

/// <summary>A while that figures are made of, cut into spans that begin at round times.</summary>
/// <param name="Name">As the address has it.</param>
/// <param name="Words">As the page says it.</param>
/// <param name="Span">Length of one.</param>
/// <param name="Spans">How many.</param>
public sealed record ChartWindow(string Name, string Words, TimeSpan Span, int Spans)
{
    /// <summary>Shortest first.</summary>
    public static IReadOnlyList<ChartWindow> All { get; } =
    [
        new("24h", "24 hours", TimeSpan.FromMinutes(30), 48),
        new("7d", "7 days", TimeSpan.FromHours(3), 56),
        new("30d", "30 days", TimeSpan.FromHours(12), 60),
    ];

    public TimeSpan Length => Span * Spans;

    /// <summary>The shortest when there is none of this name.</summary>
    public static ChartWindow Of(string? name) => All.FirstOrDefault(window => window.Name == name) ?? All[0];

    /// <summary>Where the first span begins, so that the last one holds this moment.</summary>
    public DateTimeOffset Since(DateTimeOffset now) => new(((now.UtcTicks / Span.Ticks) - Spans + 1) * Span.Ticks, TimeSpan.Zero);
}

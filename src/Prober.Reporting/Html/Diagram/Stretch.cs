using Prober.Checklist.Reports;

namespace Prober.Reporting.Html.Diagram;

/// <summary>Hops drawn in a row: either as they came, or one cycle that repeats.</summary>
/// <param name="Drawn">The hops to draw.</param>
/// <param name="Times">How often they came, one after the other.</param>
/// <param name="First">The first hop that the stretch stands for.</param>
/// <param name="Last">The last one.</param>
internal sealed record Stretch(IReadOnlyList<Hop> Drawn, int Times, Hop First, Hop Last);

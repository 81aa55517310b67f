using Prober.Checklist.Reports;

namespace Prober.Reporting.Html.Diagram;

/// <summary>Which hops a long recording shows: its beginning, its end, and the surroundings of what failed.</summary>
internal static class RowBudget
{
    private const int Most = 160;
    private const int First = 80;
    private const int Last = 40;
    private const int Around = 12;

    /// <summary>HAR entries of the hops to show.</summary>
    public static HashSet<int> Choose(IReadOnlyList<Hop> hops)
    {
        if (hops.Count <= Most)
            return [.. hops.Select(hop => hop.Entry)];

        var failing = Enumerable.Range(0, hops.Count).FirstOrDefault(i => hops[i].Failing, -Around - 1);
        return
        [
            .. hops
                .Where((_, i) => i < First || i >= hops.Count - Last || Math.Abs(i - failing) <= Around)
                .Select(hop => hop.Entry),
        ];
    }
}

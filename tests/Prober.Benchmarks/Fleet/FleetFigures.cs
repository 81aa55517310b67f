using Prober.Monitor.Scheduling;

namespace Prober.Benchmarks.Fleet;

/// <summary>What the simulation found, from the records of the runs and from what the schedule wanted.</summary>
internal static class FleetFigures
{
    public static string Name(int index) => $"scenario-{index}";

    public static void Print(
        FleetOptions options, bool isPostgres, DateTimeOffset from, DateTimeOffset to, IReadOnlyList<FleetStart> starts, TimeSpan planning, TimeSpan cpu)
    {
        var begun = starts.Select(start => (start.Scenario, start.DueAt)).ToHashSet();
        var due = Due(options, from, to).ToList();
        var missing = due.Count(run => !begun.Contains(run));
        var late = starts.Where(start => start.DueAt >= from.ToUnixTimeMilliseconds() && start.DueAt < to.ToUnixTimeMilliseconds()).Select(start => (double)start.LateMs).Order().ToList();
        Console.WriteLine($"""
            {(isPostgres ? "PostgreSQL" : "SQLite")}, {options.Nodes} node(s) with {options.Slots} slots each, {Environment.ProcessorCount} cores, {options.Scenarios} scenarios every {options.Every.TotalSeconds:F0} s ({options.Rate:F1} starts/s), journeys of {options.Journey.TotalSeconds:F1} s
              planned in                 {planning.TotalSeconds,8:F1} s
              due, missing, twice        {due.Count,8} {missing,8} {starts.Count - begun.Count,8}
              late, ms: median           {At(late, 0.5),8:F0}
                        p95              {At(late, 0.95),8:F0}
                        p99              {At(late, 0.99),8:F0}
                        worst            {At(late, 1),8:F0}
              CPU of this process        {cpu.TotalSeconds / (to - from).TotalSeconds,8:F2} cores
              not completed              {starts.Count(start => start.State is not ("Completed" or "Running")),8}
            """);
    }

    private static IEnumerable<(string Scenario, long DueAt)> Due(FleetOptions options, DateTimeOffset from, DateTimeOffset to)
    {
        foreach (var name in Enumerable.Range(0, options.Scenarios).Select(Name))
        {
            for (var at = ScheduleTriggers.First(name, options.Every, from); at < to; at += options.Every) yield return (name, at.ToUnixTimeMilliseconds());
        }
    }

    private static double At(List<double> sorted, double share) => sorted.Count == 0 ? double.NaN : sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * share))];
}

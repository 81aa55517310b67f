using Prober.Checklist.Reports;

namespace Prober.Reporting.Html.Diagram;

/// <summary>Finds cycles of hops that repeat, so that a login loop is one picture and not sixty arrows. A cycle is no verdict: looks after logout repeat too.</summary>
internal static class LoopFolding
{
    private const int LongestCycle = 10;
    private const int FewestRepeats = 3;

    public static IReadOnlyList<Stretch> Fold(IReadOnlyList<Hop> hops)
    {
        var keys = hops.Select(KeyOf).ToList();
        var stretches = new List<Stretch>();
        var plain = new List<Hop>();
        for (var i = 0; i < hops.Count;)
        {
            var (cycle, times) = CycleAt(keys, i);
            if (times < FewestRepeats)
            {
                plain.Add(hops[i++]);
                continue;
            }

            Flush(stretches, plain);
            stretches.Add(new Stretch(Representative(hops, i, cycle, times), times, hops[i], hops[i + (cycle * times) - 1]));
            i += cycle * times;
        }

        Flush(stretches, plain);
        return stretches;
    }

    private static (int Cycle, int Times) CycleAt(List<(string, string, string, int)> keys, int start)
    {
        var best = (Cycle: 1, Times: 1);
        for (var cycle = 1; cycle <= LongestCycle && start + (cycle * FewestRepeats) <= keys.Count; cycle++)
        {
            var equal = 0;
            while (start + cycle + equal < keys.Count && keys[start + equal] == keys[start + cycle + equal])
                equal++;
            var times = 1 + (equal / cycle);
            if (times >= FewestRepeats && cycle * times > best.Cycle * best.Times)
                best = (cycle, times);
        }

        return best;
    }

    // The round that holds the failing hop is the one worth seeing.
    private static List<Hop> Representative(IReadOnlyList<Hop> hops, int start, int cycle, int times)
    {
        var rounds = Enumerable.Range(0, times).Select(round => hops.Skip(start + (round * cycle)).Take(cycle).ToList()).ToList();
        return rounds.Find(round => round.Exists(hop => hop.Failing)) ?? rounds[0];
    }

    private static void Flush(List<Stretch> stretches, List<Hop> plain)
    {
        if (plain.Count == 0)
            return;
        stretches.Add(new Stretch([.. plain], 1, plain[0], plain[^1]));
        plain.Clear();
    }

    private static (string To, string Method, string Path, int Status) KeyOf(Hop hop) =>
        (hop.To, hop.Method, Address.HostAndPath(hop.Url, 300), hop.Status);
}

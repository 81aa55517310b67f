using Prober.Checklist.Reports;

namespace Prober.Checklist.Comparison;

/// <summary>Lays two sequences of steps side by side so that as many as can be stand beside their like (longest common subsequence).</summary>
internal static class HopAlignment
{
    /// <summary>The longest stretch, in steps of a run, that is laid side by side at once: the table grows with its square.</summary>
    private const int Stretch = 2000;

    /// <summary>Every step of both runs, once. Runs longer than a stretch are laid side by side stretch by stretch.</summary>
    public static IEnumerable<(Hop? Good, Hop? Bad)> Of(ComparedRun good, ComparedRun bad)
    {
        var (one, other) = (good.Report.Hops, bad.Report.Hops);
        for (var start = 0; start < Math.Max(one.Count, other.Count); start += Stretch)
            foreach (var pair in Of(good, [.. one.Skip(start).Take(Stretch)], bad, [.. other.Skip(start).Take(Stretch)])) yield return pair;
    }

    private static IEnumerable<(Hop? Good, Hop? Bad)> Of(ComparedRun good, List<Hop> one, ComparedRun bad, List<Hop> other)
    {
        var (steps, otherSteps) = (one.ConvertAll(good.StepOf), other.ConvertAll(bad.StepOf));
        var lengths = Lengths(steps, otherSteps);
        var (i, j) = (0, 0);
        while (i < one.Count || j < other.Count)
        {
            if (i < one.Count && j < other.Count && steps[i] == otherSteps[j]) yield return (one[i++], other[j++]);
            else if (j == other.Count || (i < one.Count && lengths[i + 1, j] >= lengths[i, j + 1])) yield return (one[i++], null);
            else yield return (null, other[j++]);
        }
    }

    private static int[,] Lengths(List<string> steps, List<string> otherSteps)
    {
        var lengths = new int[steps.Count + 1, otherSteps.Count + 1];
        for (var i = steps.Count - 1; i >= 0; i--)
        {
            for (var j = otherSteps.Count - 1; j >= 0; j--)
                lengths[i, j] = steps[i] == otherSteps[j] ? lengths[i + 1, j + 1] + 1 : Math.Max(lengths[i + 1, j], lengths[i, j + 1]);
        }

        return lengths;
    }
}

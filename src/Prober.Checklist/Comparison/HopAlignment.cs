using Prober.Checklist.Reports;

namespace Prober.Checklist.Comparison;

/// <summary>Lays two sequences of steps side by side so that as many as can be stand beside their like (longest common subsequence).</summary>
internal static class HopAlignment
{
    /// <summary>Beyond this many steps in a run the table would be larger than the answer is worth; the rest stands alone.</summary>
    private const int MostHops = 2000;

    public static IEnumerable<(Hop? Good, Hop? Bad)> Of(ComparedRun good, ComparedRun bad)
    {
        var (one, other) = (good.Report.Hops.Take(MostHops).ToList(), bad.Report.Hops.Take(MostHops).ToList());
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

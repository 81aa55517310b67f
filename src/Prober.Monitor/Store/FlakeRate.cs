namespace Prober.Monitor.Store;

/// <summary>How often a scenario's runs failed and the run that was to confirm it passed, over a while: what fails so says more of the target, or of the journey, than of an outage.</summary>
/// <param name="Runs">That count: a failure and what it was confirmed or refuted by are one.</param>
/// <param name="Checks">What failed so, the most frequent first.</param>
public sealed record FlakeRate(long Runs, IReadOnlyList<CheckFlakes> Checks)
{
    public long Flakes => Checks.Sum(check => check.Flakes);

    /// <summary>0 to 1; null without a run.</summary>
    public double? Rate => Of(Flakes);

    /// <summary>The rate of one check, 0 to 1.</summary>
    public double? RateOf(CheckFlakes check)
    {
        ArgumentNullException.ThrowIfNull(check);
        return Of(check.Flakes);
    }

    private double? Of(long flakes) => Runs == 0 ? null : (double)flakes / Runs;
}

using Prober.Monitor.Store;

namespace Prober.Monitor.Objectives;

/// <summary>How many runs may fail over 30 days and how many did.</summary>
/// <param name="Objective">Share of the runs that is to pass, over 0 and under 1.</param>
/// <param name="Month">Runs of 30 days.</param>
/// <param name="Day">Runs of 24 hours.</param>
public sealed record ErrorBudget(double Objective, RunTally Month, RunTally Day)
{
    /// <summary>Of the runs there were.</summary>
    public double Allowed => (1 - Objective) * Month.Runs;

    public long Spent => Month.Runs - Month.Passed;

    /// <summary>Share that is left, 1 for all of it, negative when more was spent than there was; null without a run.</summary>
    public double? Left => Month.Runs == 0 ? null : 1 - (Spent / Allowed);

    /// <summary>How fast it was spent in 24 hours: at 1 it lasts for just 30 days, at 10 for three; null without a run.</summary>
    public double? Burn => Day.Availability is { } share ? (1 - share) / (1 - Objective) : null;
}

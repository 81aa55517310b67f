namespace Prober.Monitor.Scheduling;

/// <summary>Why a run that was due was not walked.</summary>
public enum MissedReason
{
    /// <summary>No node could start it in time (Quartz: a misfire); it is not made up for.</summary>
    Late,

    /// <summary>The scenario's last run was still going on.</summary>
    Overlap,

    /// <summary>A maintenance window.</summary>
    Maintenance,

    /// <summary>The monitor was stopped while the run waited for its account or its slot.</summary>
    Stopped,
}

namespace Prober.Monitor.Store;

/// <summary>How far a run came.</summary>
public enum RunState
{
    /// <summary>Due, and waits for its account or its slot. A run that need not wait is never in it.</summary>
    Waiting,

    Running,

    /// <summary>It has a report, whatever the verdict.</summary>
    Completed,

    /// <summary>The monitor was stopped, and the run with it.</summary>
    Interrupted,

    /// <summary>The prober could not do its work: nothing is said of the target.</summary>
    ProberFault,

    /// <summary>Its process went away without a word.</summary>
    Abandoned,

    /// <summary>Not walked, to spare the account.</summary>
    Skipped,

    /// <summary>Not walked, as no node could start it in time, or the monitor was stopped before. One record stands for all of a gap.</summary>
    Missed,
}

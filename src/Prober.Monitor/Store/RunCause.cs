namespace Prober.Monitor.Store;

/// <summary>Why a run was walked.</summary>
public enum RunCause
{
    Schedule,

    /// <summary>A failed run before it was to be confirmed.</summary>
    Confirmation,

    /// <summary>Somebody asked for it.</summary>
    Demand,
}

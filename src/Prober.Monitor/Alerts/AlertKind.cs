namespace Prober.Monitor.Alerts;

/// <summary>What a message says of its incident.</summary>
public enum AlertKind
{
    /// <summary>It is there.</summary>
    Opened,

    /// <summary>It is over.</summary>
    Resolved,
}

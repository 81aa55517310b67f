namespace Prober.Monitor.Alerts;

/// <summary>What a message says of its incident.</summary>
public enum AlertKind
{
    /// <summary>It is there.</summary>
    Opened,

    /// <summary>Somebody sees to it.</summary>
    Acknowledged,

    /// <summary>It is still there.</summary>
    Reminder,

    /// <summary>It comes and goes; the next message follows when it stays one way.</summary>
    Flapping,

    /// <summary>It is over.</summary>
    Resolved,
}

namespace Prober.Monitor.Alerts;

/// <summary>How far a message to a channel came.</summary>
public enum DeliveryState
{
    /// <summary>It is to be sent, for the first time or again.</summary>
    Waiting,

    /// <summary>The channel took it.</summary>
    Sent,

    /// <summary>The channel refused it to the last attempt.</summary>
    Failed,
}

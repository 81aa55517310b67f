namespace Prober.Lab;

/// <summary>What can be broken. <see cref="Faults.All"/> tells about each.</summary>
public enum Fault
{
    /// <summary>F05: the application's client identifier is unknown to the provider.</summary>
    UnknownClient,
}

namespace Prober.Monitor.Web.Access;

/// <summary>What somebody may do with the monitor.</summary>
public enum AccessRole
{
    /// <summary>Reads.</summary>
    Viewer,

    /// <summary>Reads, and walks journeys, silences and acknowledges.</summary>
    Operator,
}

namespace Prober.Monitor.Runs;

/// <summary>No browser, a full disk, a driver that broke: ours, never the target's. The message holds no secret.</summary>
public sealed class JourneyFaultException : Exception
{
    public JourneyFaultException()
    {
    }

    public JourneyFaultException(string message)
        : base(message)
    {
    }

    public JourneyFaultException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}

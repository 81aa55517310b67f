namespace Prober.Monitor.Alerts;

/// <summary>A channel did not take a message. What it says holds no address, token or password: it goes to log, page and command line.</summary>
public sealed class AlertRefusedException : Exception
{
    public AlertRefusedException()
    {
    }

    public AlertRefusedException(string message)
        : base(message)
    {
    }

    public AlertRefusedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}

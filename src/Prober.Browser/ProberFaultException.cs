namespace Prober.Browser;

/// <summary>Something of the prober's own broke: no browser, a dead driver, a full disk. Never counted against the target.</summary>
public sealed class ProberFaultException : Exception
{
    public ProberFaultException(string message)
        : base(message)
    {
    }

    public ProberFaultException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public ProberFaultException()
    {
    }
}

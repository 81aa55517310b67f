namespace Prober.Monitor.Bundles;

/// <summary>The bucket is away or refuses. The message says how, and holds no key.</summary>
public sealed class BucketException : Exception
{
    public BucketException()
    {
    }

    public BucketException(string message)
        : base(message)
    {
    }

    public BucketException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}

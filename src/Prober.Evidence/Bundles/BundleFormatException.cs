namespace Prober.Evidence.Bundles;

/// <summary>A folder is no bundle, or one of its files is wrong. The message names the file and what was expected.</summary>
public sealed class BundleFormatException : FormatException
{
    public BundleFormatException()
    {
    }

    public BundleFormatException(string message)
        : base(message)
    {
    }

    public BundleFormatException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}

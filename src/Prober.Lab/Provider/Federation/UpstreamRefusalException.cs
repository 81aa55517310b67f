namespace Prober.Lab.Provider.Federation;

/// <summary>An upstream login that ends in an error, which goes on to the application.</summary>
/// <param name="code">An OAuth error code, such as <c>server_error</c>.</param>
/// <param name="description">Why, in words.</param>
internal sealed class UpstreamRefusalException(string code, string description) : Exception(description)
{
    public string Code { get; } = code;
}

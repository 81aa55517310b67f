using Prober.Evidence.Har;

namespace Prober.Browser.Replay;

/// <summary>What two requests must have in common to be the same one at all: method, origin and path.</summary>
internal readonly record struct RequestKey(string Method, string Address)
{
    public static RequestKey Of(string method, string url) => new(method.ToUpperInvariant(), Normal(UrlParts.Of(url).Path));

    // The port that goes without saying is written by some recorders; "http://host" and "http://host/" are one page.
    private static string Normal(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? $"{uri.Scheme}://{uri.IdnHost}:{uri.Port}{uri.AbsolutePath}" : address;
}

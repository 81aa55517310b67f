using Prober.Evidence.Har;

namespace Prober.Browser.Replay;

/// <summary>Requests that got no answer in the recording.</summary>
internal static class RecordedFailure
{
    private static readonly string[] Unresolved = ["NAME_NOT_RESOLVED", "UNKNOWN_HOST"];
    private static readonly string[] OfTheBrowser = ["ERR_ABORTED", "BLOCKED_BY", "NS_BINDING_ABORTED", "CACHE_MISS", "UNKNOWN_URL_SCHEME", "csp", "TOO_MANY_REDIRECTS"];

    /// <summary>True when the other side or the network gave no answer, so that none is given again.</summary>
    public static bool IsOutage(HarEntry entry) =>
        entry.Response is { Status: 0, Failure: { } failure } && !OfTheBrowser.Any(text => failure.Contains(text, StringComparison.OrdinalIgnoreCase));

    /// <summary>True when the host had no address.</summary>
    public static bool IsUnresolved(HarEntry entry) =>
        entry.Response is { Status: 0, Failure: { } failure } && Unresolved.Any(text => failure.Contains(text, StringComparison.OrdinalIgnoreCase));
}

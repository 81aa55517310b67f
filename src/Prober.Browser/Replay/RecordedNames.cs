using Prober.Evidence.Har;

namespace Prober.Browser.Replay;

/// <summary>
/// The hosts of a recording as rules for Chromium's resolver: each origin leads to the replay, every other name to nowhere, so that no request leaves
/// this machine. A host that had no address then has none now.
/// </summary>
internal static class RecordedNames
{
    public static string Rules(HarLog recording, int httpPort, int httpsPort)
    {
        var origins = recording.Entries.Where(entry => !RecordedFailure.IsUnresolved(entry)).Select(entry => entry.Request.Uri)
            .Where(uri => uri is { Scheme: "http" or "https", IdnHost.Length: > 0 })
            .Select(uri => $"MAP {Host(uri!)}:{uri!.Port} 127.0.0.1:{(uri.Scheme == "https" ? httpsPort : httpPort)}");
        return $"--host-resolver-rules={string.Join(", ", origins.Distinct(StringComparer.OrdinalIgnoreCase).Append("MAP * ~NOTFOUND"))}";
    }

    private static string Host(Uri uri) => uri.HostNameType == UriHostNameType.IPv6 ? $"[{uri.IdnHost}]" : uri.IdnHost;
}

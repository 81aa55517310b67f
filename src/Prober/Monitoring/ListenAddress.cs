using System.Net;

namespace Prober.Monitoring;

/// <summary>Where the monitor listens. Without a login nobody but this machine may reach it.</summary>
internal static class ListenAddress
{
    /// <param name="text"><c>HOST:PORT</c>.</param>
    /// <param name="hasLogin">Who comes has to log in.</param>
    /// <exception cref="UsageException">It is none, or others could reach it and there is no login.</exception>
    public static Uri Parse(string text, bool hasLogin)
    {
        if (!IPEndPoint.TryParse(text.Replace("localhost", "127.0.0.1", StringComparison.Ordinal), out var address) || !text.Contains(':', StringComparison.Ordinal))
            throw new UsageException($"--listen {text}: expected an address and a port such as 127.0.0.1:9469");
        if (!hasLogin && !IPAddress.IsLoopback(address.Address))
            throw new UsageException($"--listen {text}: others could reach the page there and it has no login; give it one with --token-file or --oidc-issuer, or listen on a loopback address such as 127.0.0.1");
        return new Uri($"http://{address}");
    }
}

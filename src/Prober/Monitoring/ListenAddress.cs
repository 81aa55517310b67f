using System.Net;

namespace Prober.Monitoring;

/// <summary>Where the monitor listens. It has no login, so nobody but this machine may reach it.</summary>
internal static class ListenAddress
{
    /// <param name="text"><c>HOST:PORT</c>.</param>
    /// <exception cref="UsageException">It is none, or it is not this machine's alone.</exception>
    public static Uri Parse(string text)
    {
        if (!IPEndPoint.TryParse(text.Replace("localhost", "127.0.0.1", StringComparison.Ordinal), out var address) || !text.Contains(':', StringComparison.Ordinal))
            throw new UsageException($"--listen {text}: expected an address and a port such as 127.0.0.1:9469");
        if (!IPAddress.IsLoopback(address.Address))
            throw new UsageException($"--listen {text}: only a loopback address such as 127.0.0.1 is accepted, because the page has no login; put a proxy with one in front of it");
        return new Uri($"http://{address}");
    }
}

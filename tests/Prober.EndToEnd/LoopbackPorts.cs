using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace Prober.EndToEnd;

/// <summary>Ports of this machine that nobody listens on, each given to one test only.</summary>
internal static class LoopbackPorts
{
    private static readonly HashSet<int> Given = [];

    public static int Free() => Free(1)[0];

    /// <summary>Below the range that systems give to outgoing connections: a process that starts again must find its port free.</summary>
    public static int[] Free(int count)
    {
        lock (Given) return [.. Enumerable.Range(RandomNumberGenerator.GetInt32(20_000, 30_000), 2_000).Where(port => !Given.Contains(port) && IsFree(port)).Take(count).Where(Given.Add)];
    }

    private static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}

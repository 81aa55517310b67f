using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace Prober.EndToEnd.ThirdParty;

/// <summary>Ports of this machine that nobody listens on.</summary>
internal static class LoopbackPorts
{
    /// <summary>Below the range that systems give to outgoing connections: a process that starts again must find its port free.</summary>
    public static int[] Free(int count) => [.. Enumerable.Range(RandomNumberGenerator.GetInt32(20_000, 30_000), 2_000).Where(IsFree).Take(count)];

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

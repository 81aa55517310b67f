using System.Net;
using System.Net.Sockets;

namespace Prober.Monitor.Web.Access;

/// <summary>Names under <c>localhost</c> are this machine (RFC 6761 section 6.3): browsers know that, and not every system's resolver does.</summary>
public static class LocalhostNames
{
    /// <summary>A request to it does not leave this machine.</summary>
    public static bool IsThisMachine(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return address.IsLoopback || address.Host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase);
    }

    internal static HttpMessageHandler Handler() => new SocketsHttpHandler
    {
        ConnectCallback = static async (context, cancellationToken) =>
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(IPAddress.Loopback, context.DnsEndPoint.Port, cancellationToken);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        },
    };
}

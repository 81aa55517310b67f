using System.Net;
using System.Net.Sockets;

namespace Prober.Browser.Recording;

/// <summary>Connects as the browser does: <c>localhost</c> and every name below it is this machine (RFC 6761 6.3), whatever the resolver says.</summary>
internal static class LoopbackConnect
{
    public static ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken) =>
        ConnectAsync(context.DnsEndPoint, cancellationToken);

    public static async ValueTask<Stream> ConnectAsync(DnsEndPoint endPoint, CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            if (IsLoopback(endPoint.Host))
                await socket.ConnectAsync(IPAddress.Loopback, endPoint.Port, cancellationToken);
            else
                await socket.ConnectAsync(endPoint, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase);
}

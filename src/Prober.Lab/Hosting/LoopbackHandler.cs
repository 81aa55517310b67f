using System.Net;
using System.Net.Sockets;

namespace Prober.Lab.Hosting;

/// <summary>
/// Makes HTTP handlers that reach the lab's names on the loopback interface without asking any resolver: not every
/// system resolves <c>*.localhost</c>, and none resolves <c>*.test</c>. Other hosts are refused, so the lab stays offline.
/// </summary>
public static class LoopbackHandler
{
    public static SocketsHttpHandler Create()
    {
        var handler = new SocketsHttpHandler
        {
            ConnectCallback = ConnectAsync,
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
        };
        handler.SslOptions.RemoteCertificateValidationCallback = (_, presented, _, _) =>
            presented is not null && LabCertificate.IsOurs(presented);
        return handler;
    }

    private static async ValueTask<Stream> ConnectAsync(
        SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var host = context.DnsEndPoint.Host;
        if (!LabNames.IsLab(host))
            throw new HttpRequestException($"'{host}' is no host of the lab.");

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(IPAddress.Loopback, context.DnsEndPoint.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch (Exception exception) when (exception is SocketException or OperationCanceledException)
        {
            socket.Dispose();
            throw;
        }
    }
}

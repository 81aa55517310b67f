using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Playwright;

namespace Prober.Browser.Recording;

/// <summary>
/// Notes when the certificate of each https host ends, by a handshake of our own as soon as the browser first asks that host for something. All go on
/// beside the journey; who has not answered when it is over is left out.
/// </summary>
internal sealed class CertificateRecorder(TimeProvider time)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    /// <value>The longest the end of a run is kept waiting for a handshake.</value>
    private static readonly TimeSpan LastWait = TimeSpan.FromMilliseconds(500);

    /// <value>A page of advertisements touches hundreds of hosts.</value>
    private const int MostHosts = 64;

    private readonly ConcurrentDictionary<string, Lazy<Task<DateTimeOffset?>>> _hosts = new(StringComparer.OrdinalIgnoreCase);

    public void Listen(IBrowserContext context) => context.Request += (_, request) => See(request.Url);

    /// <summary>Starts a handshake for an https address whose host is new.</summary>
    public void See(string url)
    {
        if (!url.StartsWith("https:", StringComparison.OrdinalIgnoreCase) || !Uri.TryCreate(url, UriKind.Absolute, out var uri)) return;
        if (_hosts.Count < MostHosts || _hosts.ContainsKey(uri.Authority))
            _ = _hosts.GetOrAdd(uri.Authority, _ => new(() => Task.Run(() => EndAsync(uri.IdnHost, uri.Port)))).Value;
    }

    /// <summary>By host name, together with what others found.</summary>
    public async Task<IReadOnlyDictionary<string, DateTimeOffset>> ReadAsync(IReadOnlyDictionary<string, DateTimeOffset> known)
    {
        var found = new Dictionary<string, DateTimeOffset>(known, StringComparer.OrdinalIgnoreCase);
        var handshakes = _hosts.ToDictionary(host => host.Key, host => host.Value.Value);
        await Task.WhenAny(Task.WhenAll(handshakes.Values), Task.Delay(LastWait, time, CancellationToken.None));
        foreach (var (authority, handshake) in handshakes.Where(each => each.Value is { IsCompletedSuccessfully: true }))
        {
            var host = authority.Split(':')[0];
            // One host may have several ports; the first certificate to end is the one that matters.
            if (await handshake is { } end && (!found.TryGetValue(host, out var other) || end < other)) found[host] = end;
        }

        return found;
    }

    private async Task<DateTimeOffset?> EndAsync(string host, int port)
    {
        using var limit = new CancellationTokenSource(Limit, time);
        try
        {
            await using var connection = await LoopbackConnect.ConnectAsync(new DnsEndPoint(host, port), limit.Token);
            X509Certificate2? shown = null;
            await using var tls = new SslStream(connection, leaveInnerStreamOpen: false, (_, certificate, _, _) =>
            {
                // Whether to trust it is the browser's affair; here only its dates are read, and nothing is sent.
                shown = certificate as X509Certificate2;
                return shown is not null;
            });
            await tls.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = host }, limit.Token);
            return shown is { NotAfter: var end } ? new DateTimeOffset(end.ToUniversalTime(), TimeSpan.Zero) : null;
        }
        catch (Exception failure) when (failure is IOException or SocketException or AuthenticationException or OperationCanceledException)
        {
            return null;
        }
    }
}

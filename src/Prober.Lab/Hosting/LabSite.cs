using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.DependencyInjection;

namespace Prober.Lab.Hosting;

/// <summary>
/// One web site of the lab on a loopback port of its own. The port is taken before the host is built, so that sites can
/// name each other in their configuration and still start side by side.
/// </summary>
internal sealed class LabSite : IAsyncDisposable
{
    private readonly Socket listener;
    private readonly X509Certificate2? certificate;
    private WebApplication? application;

    private LabSite(string host, X509Certificate2? certificate)
    {
        this.certificate = certificate;
        listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        Address = new UriBuilder(certificate is null ? "http" : "https", host, Port).Uri;
    }

    public Uri Address { get; }

    private int Port => ((IPEndPoint)listener.LocalEndPoint!).Port;

    public static LabSite Reserve(string host, bool https) =>
        Reserve(host, https ? LabCertificate.Instance : null);

    /// <summary>A site that speaks https with the certificate, or http without one.</summary>
    public static LabSite Reserve(string host, X509Certificate2? certificate) => new(host, certificate);

    public async Task StartAsync(
        Action<WebApplicationBuilder> configure, Action<WebApplication> map, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        if (certificate is not null)
            builder.WebHost.UseKestrelHttpsConfiguration();

        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, Port, endpoint =>
            {
                if (certificate is not null)
                    endpoint.UseHttps(certificate);
            });
        });
        builder.Services.Configure<SocketTransportOptions>(transport => transport.CreateBoundListenSocket = _ => listener);
        builder.Services.AddRoutingCore();
        configure(builder);

        application = builder.Build();
        map(application);
        await application.StartAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (application is not null)
            await application.DisposeAsync();
        listener.Dispose();
    }
}

using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Prober.Browser.Replay;

/// <summary>
/// The listener of a replay, on loopback, once without and once with TLS. A server instead of interception in the browser, because only then redirects,
/// cookies, their refusal and the cache are the browser's own.
/// </summary>
internal sealed class ReplayHost : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly X509Certificate2 _certificate;

    private ReplayHost(WebApplication application, X509Certificate2 certificate, int http, int https) =>
        (_application, _certificate, HttpPort, HttpsPort) = (application, certificate, http, https);

    public int HttpPort { get; }

    public int HttpsPort { get; }

    public static async Task<ReplayHost> StartAsync(X509Certificate2 certificate, RequestDelegate answer, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = [], ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            // A header that was too long for the target must get as far as the answer that said so.
            (kestrel.Limits.MaxRequestHeadersTotalSize, kestrel.Limits.MaxRequestLineSize) = (1 << 24, 1 << 20);
            (kestrel.Limits.MaxRequestHeaderCount, kestrel.Limits.MaxRequestBufferSize) = (10_000, 1 << 25);
            kestrel.ResponseHeaderEncodingSelector = _ => Encoding.UTF8;
            kestrel.Listen(IPAddress.Loopback, 0);
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(certificate));
        });
        var application = builder.Build();
        application.Run(answer);
        await application.StartAsync(cancellationToken);
        var addresses = application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Select(address => new Uri(address)).ToList();
        return new ReplayHost(application, certificate, addresses.Single(address => address.Scheme == "http").Port, addresses.Single(address => address.Scheme == "https").Port);
    }

    public async ValueTask DisposeAsync()
    {
        await _application.DisposeAsync();
        _certificate.Dispose();
    }
}

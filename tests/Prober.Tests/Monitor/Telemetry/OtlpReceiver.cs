using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Prober.Tests.Monitor.Telemetry;

/// <summary>An OTLP/HTTP collector (protobuf) that keeps the bodies it got, by path.</summary>
internal sealed class OtlpReceiver : IAsyncDisposable
{
    private readonly WebApplication _host;

    private OtlpReceiver(WebApplication host) => _host = host;

    public ConcurrentQueue<(string Path, string? Type, byte[] Body)> Got { get; } = [];

    public Uri Address => new(_host.Urls.Single());

    public IEnumerable<byte[]> Bodies(string path) => Got.Where(got => got.Path == path).Select(got => got.Body);

    public static async Task<OtlpReceiver> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var host = builder.Build();
        host.Urls.Add("http://127.0.0.1:0");
        var receiver = new OtlpReceiver(host);
        host.MapPost("/{**path}", async (HttpRequest request) =>
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body);
            receiver.Got.Enqueue((request.Path, request.ContentType, body.ToArray()));
            return Results.Bytes([], "application/x-protobuf");
        });
        await host.StartAsync();
        return receiver;
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();
}

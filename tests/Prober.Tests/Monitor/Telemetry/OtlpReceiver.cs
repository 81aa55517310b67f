using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace Prober.Tests.Monitor.Telemetry;

/// <summary>An OTLP collector that keeps the messages it got, by path: by HTTP, or by gRPC, which is HTTP/2 without TLS here.</summary>
internal sealed class OtlpReceiver : IAsyncDisposable
{
    private readonly WebApplication _host;

    private OtlpReceiver(WebApplication host) => _host = host;

    public ConcurrentQueue<(string Path, string? Type, byte[] Body)> Got { get; } = [];

    public Uri Address => new(_host.Urls.Single());

    public IEnumerable<byte[]> Bodies(string path) => Got.Where(got => got.Path == path).Select(got => got.Body);

    public static async Task<OtlpReceiver> StartAsync(bool isGrpc = false)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        // An HTTP/2 client without TLS knows beforehand what it will find (RFC 9113 section 3.3).
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = isGrpc ? HttpProtocols.Http2 : HttpProtocols.Http1));
        var host = builder.Build();
        var receiver = new OtlpReceiver(host);
        host.MapPost("/{**path}", async (HttpRequest request) =>
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body);
            receiver.Got.Enqueue((request.Path, request.ContentType, isGrpc ? Message(body.ToArray()) : body.ToArray()));
            if (!isGrpc) return Results.Bytes([], "application/x-protobuf");
            // An empty answer, and that it went well (gRPC over HTTP/2, "Responses").
            request.HttpContext.Response.DeclareTrailer("grpc-status");
            request.HttpContext.Response.AppendTrailer("grpc-status", "0");
            return Results.Bytes(new byte[5], "application/grpc");
        });
        await host.StartAsync();
        return receiver;
    }

    // One byte says whether it is compressed, four how long it is (gRPC over HTTP/2, "Length-Prefixed-Message").
    private static byte[] Message(byte[] body) => body[0] == 0 && BinaryPrimitives.ReadInt32BigEndian(body.AsSpan(1)) == body.Length - 5 ? body[5..] : throw new InvalidDataException("no gRPC message");

    public ValueTask DisposeAsync() => _host.DisposeAsync();
}

using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using NUnit.Framework;

namespace Prober.EndToEnd.Monitor;

/// <summary>A web server that takes alerts as somebody's own receiver would, and keeps them.</summary>
internal sealed class WebhookReceiver : IAsyncDisposable
{
    private readonly WebApplication _host;
    private readonly ConcurrentQueue<JsonNode> _got = [];

    private WebhookReceiver(WebApplication host) => _host = host;

    public Uri Address => new(new Uri(_host.Urls.Single()), "prober");

    public static async Task<WebhookReceiver> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var host = builder.Build();
        host.Urls.Add("http://127.0.0.1:0");
        var receiver = new WebhookReceiver(host);
        host.MapPost("/prober", async (HttpRequest request) =>
        {
            receiver._got.Enqueue((await JsonNode.ParseAsync(request.Body))!);
            return Results.NoContent();
        });
        await host.StartAsync();
        return receiver;
    }

    /// <summary>The messages so far, once there are so many.</summary>
    public async Task<IReadOnlyList<JsonNode>> GotAsync(int count)
    {
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < TimeSpan.FromMinutes(3); await Task.Delay(200))
        {
            if (_got.Count >= count) return [.. _got];
        }

        throw new AssertionException($"{count} messages did not come; there are: {string.Join('\n', _got)}");
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();
}

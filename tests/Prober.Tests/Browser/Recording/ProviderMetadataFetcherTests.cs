using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using NUnit.Framework;
using Prober.Browser.Recording;
using Prober.Evidence.Provider;

namespace Prober.Tests.Browser.Recording;

public sealed class ProviderMetadataFetcherTests
{
    private WebApplication _provider = null!;

    [SetUp]
    public async Task StartProvider()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _provider = builder.Build();
        _provider.MapGet("/good/.well-known/openid-configuration", (HttpRequest request) => Results.Json(new { jwks_uri = $"http://{request.Host}/keys" }));
        _provider.MapGet("/keys", (HttpResponse response) =>
        {
            response.Headers.CacheControl = "max-age=300";
            return Results.Json(new { keys = Array.Empty<string>() });
        });
        _provider.MapGet("/ill/.well-known/openid-configuration", () => Results.StatusCode(503));
        _provider.MapGet("/html/.well-known/openid-configuration", () => Results.Content("<h1>Maintenance</h1>", "text/html"));
        await _provider.StartAsync();
    }

    [TearDown]
    public async Task StopProvider() => await _provider.DisposeAsync();

    [Test]
    public async Task Document_and_keys_are_fetched_also_from_a_name_that_only_browsers_resolve()
    {
        var metadata = await Fetch($"http://login.localhost:{Port}/good/");

        Assert.That(metadata.Problems, Is.Empty);
        Assert.That((metadata.Discovery is not null, metadata.Keys is not null, metadata.KeysCacheControl), Is.EqualTo((true, true, "max-age=300")));
    }

    [TestCase("ill", "answered 503 for the discovery document")]
    [TestCase("html", "is no JSON object")]
    public async Task What_goes_wrong_becomes_a_sentence(string path, string expected)
    {
        var metadata = await Fetch($"http://127.0.0.1:{Port}/{path}");

        Assert.That(metadata.Problems.Single(), Does.Contain(expected));
        Assert.That(metadata.Discovery, Is.Null);
    }

    [Test]
    public async Task A_dead_provider_is_a_sentence_too()
    {
        var port = Port;
        await _provider.StopAsync();

        Assert.That((await Fetch($"http://127.0.0.1:{port}")).Problems.Single(), Does.StartWith($"127.0.0.1:{port} did not give its discovery document"));
    }

    private int Port => new Uri(_provider.Urls.First()).Port;

    private static async Task<ProviderMetadata> Fetch(string issuer)
    {
        using var fetcher = new ProviderMetadataFetcher(TimeProvider.System, ignoreHttpsErrors: false, TimeSpan.FromSeconds(10));
        return await fetcher.FetchAsync(new() { Issuer = issuer }, CancellationToken.None);
    }
}

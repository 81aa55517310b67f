using System.Collections.Concurrent;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using System.Text.Json.Nodes;
using Prober.Browser.Sessions;
using Prober.Evidence.Provider;
using Prober.Evidence.Saml.Metadata;
using Prober.Scenarios;

namespace Prober.Browser.Recording;

/// <summary>
/// Asks the provider for its discovery document and keys (OpenID Connect Discovery 1.0 section 4) beside the browser, and notes when the certificates
/// end. What goes wrong becomes a sentence, never an exception: a provider without discovery is no fault of ours.
/// </summary>
internal sealed class ProviderMetadataFetcher : IDisposable
{
    private const int MaxDocument = 1024 * 1024;

    private readonly TimeProvider _time;
    private readonly HttpClient _http;
    private readonly ConcurrentDictionary<string, DateTimeOffset> _expiry = new();
    private readonly List<string> _problems = [];

    public ProviderMetadataFetcher(TimeProvider time, bool ignoreHttpsErrors, TimeSpan timeout)
    {
        _time = time;
        var handler = new SocketsHttpHandler { ConnectCallback = LoopbackConnect.ConnectAsync, UseCookies = false, AllowAutoRedirect = true };
        handler.SslOptions.RemoteCertificateValidationCallback = (sender, certificate, _, errors) => Accept(sender, certificate, errors, ignoreHttpsErrors);
        _http = new HttpClient(handler) { Timeout = timeout, MaxResponseContentBufferSize = MaxDocument };
        _http.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", $"Prober/{ProductVersion.Value}");
    }

    public async Task<ProviderMetadata> FetchAsync(ProviderSettings provider, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(provider);
        var saml = await SamlAsync(provider.Saml, cancellationToken);
        var upstream = await SamlAsync(provider.Upstream?.Saml, cancellationToken);
        var address = provider.Issuer is { } issuer ? issuer.TrimEnd('/') + "/.well-known/openid-configuration" : null;
        var discovery = address is null ? null : (await ReadAsync(address, "discovery document", cancellationToken)).Document;
        JsonObject? keys = null;
        string? cacheControl = null;
        if (discovery?["jwks_uri"] is JsonValue value && value.TryGetValue<string>(out var keysAddress))
            (keys, cacheControl) = await ReadAsync(keysAddress, "key set", cancellationToken);
        else if (discovery is not null)
            _problems.Add("the discovery document names no jwks_uri");

        return new ProviderMetadata
        {
            FetchedAt = _time.GetUtcNow(),
            DiscoveryUrl = address ?? provider.Saml?.Metadata ?? "",
            Discovery = discovery,
            Keys = keys,
            KeysCacheControl = cacheControl,
            Saml = saml,
            UpstreamSaml = upstream,
            CertificateExpiry = new Dictionary<string, DateTimeOffset>(_expiry),
            Problems = [.. _problems],
        };
    }

    public void Dispose() => _http.Dispose();

    private async Task<SamlMetadata?> SamlAsync(SamlProviderSettings? settings, CancellationToken cancellationToken)
    {
        if (settings?.Metadata is not { } source) return null;
        try
        {
            var xml = settings.MetadataAddress is { } address ? await _http.GetStringAsync(address, cancellationToken) : await File.ReadAllTextAsync(source, cancellationToken);
            var (metadata, error) = SamlMetadataReader.Read(xml, settings.EntityId);
            if (metadata is null) _problems.Add($"the SAML metadata of {source} cannot be used: {error}");
            return metadata;
        }
        catch (Exception exception) when (exception is HttpRequestException or UriFormatException or IOException or UnauthorizedAccessException or TaskCanceledException or NotSupportedException)
        {
            _problems.Add($"the SAML metadata was not to be had from {source}: {exception.InnerException?.Message ?? exception.Message}");
            return null;
        }
    }

    private async Task<(JsonObject? Document, string? CacheControl)> ReadAsync(string address, string what, CancellationToken cancellationToken)
    {
        var host = Uri.TryCreate(address, UriKind.Absolute, out var uri) ? uri.Authority : address;
        try
        {
            using var response = await _http.GetAsync(uri ?? throw new UriFormatException(), cancellationToken);
            if (!response.IsSuccessStatusCode)
            {
                _problems.Add($"{host} answered {(int)response.StatusCode} for the {what} ({uri.AbsolutePath})");
                return (null, null);
            }

            var text = await response.Content.ReadAsStringAsync(cancellationToken);
            return (JsonNode.Parse(text) as JsonObject ?? throw new JsonException(), response.Headers.CacheControl?.ToString());
        }
        catch (JsonException)
        {
            _problems.Add($"the {what} of {host} is no JSON object");
        }
        catch (Exception exception) when (exception is HttpRequestException or UriFormatException or NotSupportedException or ArgumentException)
        {
            _problems.Add($"{host} did not give its {what}: {exception.InnerException?.Message ?? exception.Message}");
        }
        catch (TaskCanceledException)
        {
            _problems.Add($"{host} did not give its {what} within {_http.Timeout.TotalSeconds:0.#} s");
        }

        return (null, null);
    }

    private bool Accept(object sender, X509Certificate? certificate, SslPolicyErrors errors, bool ignoreErrors)
    {
        var host = (sender as SslStream)?.TargetHostName ?? "";
        if (certificate is X509Certificate2 { NotAfter: var end }) _expiry[host] = new DateTimeOffset(end.ToUniversalTime(), TimeSpan.Zero);
        if (errors == SslPolicyErrors.None) return true;
        if (!ignoreErrors) _problems.Add($"the certificate of {host} is not trusted: {errors}");
        return ignoreErrors;
    }
}

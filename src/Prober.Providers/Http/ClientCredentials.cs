using System.Text.Json;
using System.Text.Json.Nodes;

namespace Prober.Providers;

/// <summary>The client credentials grant (RFC 6749, 4.4): one token for all requests of a run, asked for once, when the first one needs it.</summary>
internal sealed class ClientCredentials(ApiConnection connection, Uri endpoint, IReadOnlyDictionary<string, string> form) : IAccessToken
{
    private readonly Lock _gate = new();
    private Task<(string? Header, string? Problem)>? _answer;

    public Task<(string? Header, string? Problem)> HeaderAsync(CancellationToken cancellationToken)
    {
        lock (_gate) return _answer ??= AskAsync(cancellationToken);
    }

    /// <summary>The grant's form with what a vendor wants beside it.</summary>
    public static IAccessToken With(ApiConnection connection, ManagementAccess access, Uri endpoint, params ReadOnlySpan<(string Name, string Value)> further)
    {
        if (access is not { ClientId: { } id, ClientSecret: { } secret })
            return new NoToken("the scenario gives neither a token nor clientId and clientSecret for the management API");
        var form = new Dictionary<string, string> { ["grant_type"] = "client_credentials", ["client_id"] = id, ["client_secret"] = secret };
        foreach (var (name, value) in further) form[name] = value;
        return new ClientCredentials(connection, endpoint, form);
    }

    private async Task<(string? Header, string? Problem)> AskAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var content = new FormUrlEncodedContent(form);
            using var response = await connection.Http.PostAsync(endpoint, content, cancellationToken);
            var body = await JsonBody.ReadAsync(response, cancellationToken);
            if (!response.IsSuccessStatusCode)
                return (null, $"{endpoint.Host} gave the management client no token: {JsonBody.Reason(response, body)}");
            if ((body as JsonObject)?.Text("access_token") is not { Length: > 0 } token)
                return (null, $"{endpoint.Host} answered the token request without an access_token");
            connection.TokenSeen(token);
            return ($"Bearer {token}", null);
        }
        catch (HttpRequestException failure)
        {
            return (null, $"{endpoint.Host} could not be reached for a token: {failure.InnerException?.Message ?? failure.Message}");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (null, $"{endpoint.Host} did not answer the token request within {connection.Http.Timeout.TotalSeconds:0.#} s");
        }
        catch (JsonException)
        {
            return (null, $"{endpoint.Host} answered the token request with something that is no JSON");
        }
    }
}

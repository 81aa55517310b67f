using System.Buffers.Text;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Web;
using Prober.Lab;

namespace Prober.Tests.Lab;

/// <summary>Logs in as the script of the browser application does, step by step, so that a test can do one step wrong.</summary>
internal sealed class BrowserApplicationLogin(LabHost lab) : IDisposable
{
    public const string Verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    public const string Nonce = "n-0S6_WzA2Mj";

    public Visit Visit { get; } = new();

    private string RedirectUri => new Uri(lab.Notes, "/callback").ToString();

    public void Dispose() => Visit.Dispose();

    public Uri AuthorizationRequest(params (string Name, string Value)[] changes)
    {
        var query = HttpUtility.ParseQueryString("");
        query["client_id"] = "notes";
        query["response_type"] = "code";
        query["redirect_uri"] = RedirectUri;
        query["scope"] = "openid profile email groups";
        query["state"] = "xyz";
        query["nonce"] = Nonce;
        query["code_challenge"] = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier)));
        query["code_challenge_method"] = "S256";
        foreach (var (name, value) in changes)
            query[name] = value;
        return new Uri(lab.IdentityProvider, "/authorize?" + query);
    }

    public async Task<string> ObtainCodeAsync(CancellationToken cancellationToken)
    {
        await Visit.GoAsync(AuthorizationRequest(), cancellationToken);
        await Visit.SubmitAsync(new() { ["username"] = lab.Variables["PROBER_LAB_USER"] }, cancellationToken);
        await Visit.SubmitAsync(new() { ["password"] = lab.Variables["PROBER_LAB_PASSWORD"] }, cancellationToken);
        return HttpUtility.ParseQueryString(Visit.Address.Query)["code"]
            ?? throw new InvalidOperationException($"No code came back: {Visit.Address}");
    }

    public async Task<(HttpStatusCode Status, JsonObject Body, HttpResponseHeaders Headers)> RedeemAsync(
        string code, string verifier, CancellationToken cancellationToken, string clientId = "notes", string? secret = null)
    {
        var form = new Dictionary<string, string>
        {
            ["grant_type"] = "authorization_code",
            ["client_id"] = clientId,
            ["redirect_uri"] = RedirectUri,
            ["code"] = code,
            ["code_verifier"] = verifier,
        };
        if (secret is not null)
            form["client_secret"] = secret;

        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(lab.IdentityProvider, "/oauth/token"));
        request.Content = new FormUrlEncodedContent(form);
        request.Headers.Add("Origin", lab.Notes.ToString().TrimEnd('/'));
        var response = await Visit.RequestAsync(request, cancellationToken);
        var body = await response.Content.ReadAsStringAsync(cancellationToken);
        return (response.StatusCode, JsonNode.Parse(body)!.AsObject(), response.Headers);
    }

    public async Task<string> IdentityTokenAsync(CancellationToken cancellationToken)
    {
        var code = await ObtainCodeAsync(cancellationToken);
        var answer = await RedeemAsync(code, Verifier, cancellationToken);
        return (string)answer.Body["id_token"]!;
    }

    public async Task<JsonObject> ClaimsAsync(CancellationToken cancellationToken)
    {
        var token = await IdentityTokenAsync(cancellationToken);
        return JsonNode.Parse(Base64Url.DecodeFromChars(token.Split('.')[1]))!.AsObject();
    }
}

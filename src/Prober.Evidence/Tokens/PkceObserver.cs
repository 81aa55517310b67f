using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Prober.Evidence.Har;

namespace Prober.Evidence.Tokens;

/// <summary>Recomputes PKCE challenges from the verifiers that browser applications send (RFC 7636).</summary>
public static class PkceObserver
{
    public static IReadOnlyList<PkceObservation> Observe(HarLog traffic)
    {
        ArgumentNullException.ThrowIfNull(traffic);
        return [.. traffic.Entries.Select(entry => Observe(entry, traffic)).OfType<PkceObservation>()];
    }

    private static PkceObservation? Observe(HarEntry entry, HarLog traffic)
    {
        if (TokenRequest.Fields(entry.Request) is not { } form || form["code_verifier"] is not { Length: > 0 } verifier) return null;
        if (Challenge(entry, form, traffic) is not { } request) return new() { TokenEntry = entry.Index };
        var query = QueryString.OfUrl(request.Request.Url);
        var method = query["code_challenge_method"] ?? "plain";
        return new()
        {
            AuthorizationEntry = request.Index,
            TokenEntry = entry.Index,
            Method = method,
            Matches = Transform(verifier, method) is { } expected ? expected == query["code_challenge"] : null,
        };
    }

    // The code leads to its callback, the callback's state to the request; without them the client's latest request must do.
    private static HarEntry? Challenge(HarEntry token, QueryString form, HarLog traffic)
    {
        var earlier = traffic.Entries.Take(token.Index).Reverse().ToList();
        var requests = earlier.Where(entry => QueryString.OfUrl(entry.Request.Url).Has("code_challenge")).ToList();
        var state = earlier.Select(Responses).FirstOrDefault(response => response["code"] == form["code"] && response["state"] is not null)?["state"];
        return requests.FirstOrDefault(entry => state is not null && QueryString.OfUrl(entry.Request.Url)["state"] == state)
            ?? requests.FirstOrDefault(entry => form["client_id"] is null || QueryString.OfUrl(entry.Request.Url)["client_id"] == form["client_id"]);
    }

    private static QueryString Responses(HarEntry entry)
    {
        var target = RedirectTarget.Of(entry);
        QueryString[] places = [QueryString.OfUrl(entry.Request.Url), QueryString.OfFragment(target), QueryString.OfUrl(target), FormBody.Of(entry.Request) ?? QueryString.Empty];
        return places.FirstOrDefault(place => place.Has("code")) ?? QueryString.Empty;
    }

    private static string? Transform(string verifier, string method) => method switch
    {
        "S256" => Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier))),
        "plain" => verifier,
        _ => null,
    };
}

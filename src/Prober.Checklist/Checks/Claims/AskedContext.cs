using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Prober.Checklist.Checks.Claims;

/// <summary>What a request and the scenario ask about how and when the user is authenticated.</summary>
/// <param name="MaxAge">Longest time since the login, or null.</param>
/// <param name="EssentialClasses">Authentication classes of which one must be met.</param>
/// <param name="WishedClasses">Authentication classes of which one should be met.</param>
/// <param name="Organization">The organization asked for, or null.</param>
/// <param name="Methods">True when the scenario expects authentication methods.</param>
internal sealed record AskedContext(
    TimeSpan? MaxAge, IReadOnlyList<string> EssentialClasses, IReadOnlyList<string> WishedClasses, string? Organization, bool Methods)
{
    public bool IsEmpty => MaxAge is null && EssentialClasses.Count == 0 && WishedClasses.Count == 0 && Organization is null && !Methods;

    public static AskedContext Of(ReceivedIdToken token, EvidenceReader evidence)
    {
        var parameters = token.Transaction?.Parameters;
        var maxAge = double.TryParse(parameters?.GetValueOrDefault("max_age"), NumberStyles.Integer, CultureInfo.InvariantCulture, out var seconds)
            ? TimeSpan.FromSeconds(seconds)
            : evidence.Expectations.MaxAge;
        IReadOnlyList<string> essential = evidence.Expectations.Acr is { } acr ? [acr] : EssentialIn(parameters?.GetValueOrDefault("claims"));
        var wished = parameters?.GetValueOrDefault("acr_values")?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];
        return new AskedContext(maxAge, essential, wished, parameters?.GetValueOrDefault("organization"), evidence.Expectations.Amr.Count > 0);
    }

    /// <summary>Reads <c>{"id_token":{"acr":{"essential":true,"values":[…]}}}</c> (OpenID Connect Core 1.0 section 5.5.1.1).</summary>
    private static IReadOnlyList<string> EssentialIn(string? claims)
    {
        try
        {
            var acr = claims is null ? null : JsonNode.Parse(claims)?["id_token"]?["acr"];
            if (acr?["essential"]?.ToString() != "true")
                return [];
            if (acr["values"] is JsonArray values)
                return [.. values.Select(value => value?.ToString()).OfType<string>()];
            return acr["value"]?.ToString() is { } one ? [one] : [];
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException)
        {
            return [];
        }
    }
}

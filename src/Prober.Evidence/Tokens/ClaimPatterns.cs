using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Prober.Evidence.Expected;

namespace Prober.Evidence.Tokens;

/// <summary>Holds raw claims against the patterns of the expectations.</summary>
internal static class ClaimPatterns
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(250);

    /// <summary>For every expected claim that has a pattern and is in the token under its name: does a value match it?</summary>
    public static IReadOnlyDictionary<string, bool> Match(JsonObject claims, Expectations expectations)
    {
        var matches = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (var (name, pattern) in Patterns(claims, expectations))
        {
            if (Find(claims, name) is { } value) matches[name] = Values(value).Any(text => IsMatch(text, pattern));
        }

        return matches;
    }

    /// <summary>The claim under exactly this name, else the namespaced one (<c>https://example.com/groups</c>) that ends with it.</summary>
    private static JsonNode? Find(JsonObject claims, string name) =>
        claims[name] ?? claims.FirstOrDefault(claim => claim.Key.EndsWith("/" + name, StringComparison.Ordinal)).Value;

    // What the token's own application asks for goes before what all ask for, and that before what another one asks for.
    private static Dictionary<string, string> Patterns(JsonObject claims, Expectations expectations)
    {
        var audience = claims["aud"] is { } aud ? Values(aud).ToHashSet(StringComparer.Ordinal) : [];
        var own = expectations.Applications.ToLookup(application => application.ClientId is { } id && audience.Contains(id));
        var patterns = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, pattern) in Claims(own[false]).Concat(expectations.RequiredClaims).Concat(Claims(own[true])))
        {
            if (pattern is not null) patterns[name] = pattern;
        }

        return patterns;
    }

    private static IEnumerable<KeyValuePair<string, string?>> Claims(IEnumerable<ExpectedApplication> applications) =>
        applications.SelectMany(application => application.RequiredClaims);

    /// <summary>The values of a claim or attribute as text: each item of a list, numbers and flags as JSON writes them.</summary>
    public static IEnumerable<string> Values(JsonNode node) => node switch
    {
        JsonArray array => array.OfType<JsonNode>().SelectMany(Values),
        JsonValue when node.GetValueKind() == JsonValueKind.String => [node.GetValue<string>()],
        _ => [node.ToJsonString()],
    };

    /// <summary>True when the whole text matches; never takes longer than a quarter of a second.</summary>
    public static bool IsMatch(string text, string pattern)
    {
        try
        {
            return Regex.IsMatch(text, $@"\A(?:{pattern})\z", RegexOptions.CultureInvariant, Patience);
        }
        catch (ArgumentException)
        {
            // A pattern that is none can match nothing; the scenario's loader refuses it before it gets here.
            return false;
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }
}

using System.Text.Json.Nodes;
using Prober.Evidence.Expected;
using Prober.Evidence.Tokens;

namespace Prober.Evidence.Provider.Users;

/// <summary>Holds raw user records, before they are redacted, against the patterns of the expectations, and writes it into <see cref="UserRecord.AttributeMatches"/>.</summary>
public static class AttributeObserver
{
    /// <summary>Where Auth0 keeps what does not stand at the root.</summary>
    private static readonly string[] Places = ["user_metadata", "app_metadata"];

    public static UserRecords Observe(UserRecords users, Expectations expectations)
    {
        ArgumentNullException.ThrowIfNull(users);
        ArgumentNullException.ThrowIfNull(expectations);
        return users with { Records = [.. users.Records.Select(user => user with { AttributeMatches = Match(user.Attributes, expectations.RequiredAttributes) })] };
    }

    private static Dictionary<string, bool> Match(JsonObject attributes, IReadOnlyDictionary<string, string?> expected)
    {
        var matches = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (var (name, pattern) in expected)
        {
            if (pattern is not null && Find(attributes, name) is { } value) matches[name] = ClaimPatterns.Values(value).Any(text => ClaimPatterns.IsMatch(text, pattern));
        }

        return matches;
    }

    /// <summary>At the root, in the metadata, in what an upstream provider brought along, or by a path with dots (<c>app_metadata.department</c>).</summary>
    private static JsonNode? Find(JsonObject attributes, string name) =>
        attributes[name]
        ?? Places.Select(place => (attributes[place] as JsonObject)?[name]).FirstOrDefault(found => found is not null)
        ?? (attributes["identities"] as JsonArray)?.OfType<JsonObject>().Select(profile => profile[name]).FirstOrDefault(found => found is not null)
        ?? (name.Contains('.') ? name.Split('.').Aggregate((JsonNode?)attributes, (node, part) => (node as JsonObject)?[part]) : null);
}

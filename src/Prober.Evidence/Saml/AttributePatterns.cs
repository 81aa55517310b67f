using Prober.Evidence.Expected;
using Prober.Evidence.Tokens;

namespace Prober.Evidence.Saml;

/// <summary>Holds raw attribute values against the patterns of the expectations; which name stands for which attribute is told by its last part or friendly name.</summary>
internal static class AttributePatterns
{
    public static IReadOnlyDictionary<string, bool> Match(SamlAssertion assertion, Expectations expectations)
    {
        var matches = new Dictionary<string, bool>(StringComparer.Ordinal);
        var patterns = expectations.RequiredClaims.Concat(expectations.RequiredAttributes).Concat(expectations.Applications.SelectMany(application => application.RequiredClaims));
        foreach (var (name, pattern) in patterns)
        {
            if (pattern is not null && assertion.Attributes.FirstOrDefault(attribute => IsNamed(attribute, name)) is { } attribute)
                matches[name] = attribute.Values.Any(value => ClaimPatterns.IsMatch(value, pattern));
        }

        return matches;
    }

    /// <summary>True when an attribute goes by a name: exactly, by its friendly name, or by the last part of its URI.</summary>
    public static bool IsNamed(AssertedClaim attribute, string name) =>
        attribute.Name == name || attribute.FriendlyName == name
        || attribute.Name[(attribute.Name.LastIndexOfAny(['/', ':', '#']) + 1)..].Equals(name, StringComparison.OrdinalIgnoreCase);
}

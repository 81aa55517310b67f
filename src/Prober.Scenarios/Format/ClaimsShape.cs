using Prober.Scenarios.Reading.Shapes;

namespace Prober.Scenarios.Format;

/// <summary>Claims by name, <c>[email, name]</c>, or with a pattern each, <c>{ email: ".*@example\\.com" }</c>.</summary>
internal static class ClaimsShape
{
    public static Shape<IReadOnlyDictionary<string, string?>> Instance { get; } = new KindShape<IReadOnlyDictionary<string, string?>>(
        list: Common.Texts.As(Names),
        map: new MapShape<string>(
            Common.RegularExpression, "keys that are claims with a pattern each", "^.+$", "a claim's name").As(Patterns));

    private static IReadOnlyDictionary<string, string?> Names(IReadOnlyList<string> names)
    {
        var claims = new OrderedDictionary<string, string?>(StringComparer.Ordinal);
        foreach (var name in names) claims[name] = null;
        return claims;
    }

    private static IReadOnlyDictionary<string, string?> Patterns(IReadOnlyDictionary<string, string> patterns) =>
        new OrderedDictionary<string, string?>(patterns.Select(pair => KeyValuePair.Create<string, string?>(pair.Key, pair.Value)));
}

using System.Text.RegularExpressions;
using Prober.Evidence.Har;

namespace Prober.Checklist.Comparison;

/// <summary>Cookies that one run's answer sets and the other's does not, and those that both set with other attributes.</summary>
internal static partial class CookieDifferences
{
    public static IEnumerable<Difference> Of(HarEntry good, HarEntry bad)
    {
        var (before, after) = (Set(good), Set(bad));
        foreach (var name in before.Keys.Union(after.Keys))
        {
            var (one, other) = (before.GetValueOrDefault(name), after.GetValueOrDefault(name));
            if (one is null || other is null)
            {
                yield return new($"cookie {name}", one is null ? null : Describe(one), other is null ? null : Describe(other));
                continue;
            }

            foreach (var (attribute, mine, theirs) in Attributes(one, other).Where(pair => pair.Mine != pair.Theirs)) yield return new($"cookie {name}: {attribute}", mine, theirs);
        }
    }

    /// <summary>A name without the random part that frameworks append to it (a correlation or a nonce cookie).</summary>
    public static string Stem(string name) => RandomPart().Replace(name, "*");

    private static Dictionary<string, SetCookie> Set(HarEntry entry) => entry.Response.Headers.All("set-cookie").Select(SetCookie.Parse).OfType<SetCookie>()
        .GroupBy(cookie => Stem(cookie.Name)).ToDictionary(cookies => cookies.Key, cookies => cookies.Last());

    private static IEnumerable<(string Name, string? Mine, string? Theirs)> Attributes(SetCookie one, SetCookie other) =>
    [
        ("Domain", one.Domain, other.Domain), ("Path", PathOf(one), PathOf(other)), ("SameSite", one.SameSite, other.SameSite),
        ("Secure", Flag(one.Secure), Flag(other.Secure)), ("HttpOnly", Flag(one.HttpOnly), Flag(other.HttpOnly)), ("Partitioned", Flag(one.Partitioned), Flag(other.Partitioned)),
        ("lasts", Lifetime(one), Lifetime(other)),
    ];

    private static string? PathOf(SetCookie cookie) => cookie.Path is { } path ? MaskedValues.WithoutIds(path) : null;

    private static string? Flag(bool value) => value ? "yes" : null;

    // A date tells when the run was; that there is one tells that the cookie outlives the browser.
    private static string Lifetime(SetCookie cookie) => cookie.MaxAge is { } seconds ? $"{seconds} s" : cookie.Expires is null ? "session" : "until a date";

    private static string Describe(SetCookie cookie) => $"set, SameSite {cookie.SameSite ?? "not set"}, Path {PathOf(cookie) ?? "default"}{(cookie.Secure ? ", Secure" : "")}{(cookie.HttpOnly ? ", HttpOnly" : "")}";

    [GeneratedRegex(@"(?<=[._-])(?=[A-Za-z0-9_-]*\d)[A-Za-z0-9_-]{16,}|fp_[0-9a-zA-Z_-]+")]
    private static partial Regex RandomPart();
}

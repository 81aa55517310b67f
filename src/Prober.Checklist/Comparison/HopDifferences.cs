using Prober.Checklist.Reports;
using Prober.Evidence.Har;

namespace Prober.Checklist.Comparison;

/// <summary>What one step does otherwise in two runs: answer, redirect, parameters, cookies with their attributes, time.</summary>
internal static class HopDifferences
{
    /// <summary>Slower than this, in milliseconds and as a multiple, is worth a word; less is weather.</summary>
    private const double MuchSlowerMs = 1000, MuchSlowerTimes = 3;

    public static IReadOnlyList<Difference> Of(ComparedRun good, Hop before, ComparedRun bad, Hop after)
    {
        var (one, other) = (good.EntryOf(before), bad.EntryOf(after));
        return
        [
            .. Values("status", Status(before), Status(after)),
            .. Values("redirects to", Target(good, one), Target(bad, other)),
            .. Parameters("parameter", good, QueryString.OfUrl(one.Request.Url), bad, QueryString.OfUrl(other.Request.Url)),
            .. Parameters("form field", good, FormBody.Of(one.Request) ?? QueryString.Empty, bad, FormBody.Of(other.Request) ?? QueryString.Empty),
            .. Parameters("redirect's parameter", good, Redirect(one), bad, Redirect(other)),
            .. good.HasCookies && bad.HasCookies ? Names("cookie sent", before.CookiesSent, after.CookiesSent) : [],
            .. good.HasCookies && bad.HasCookies ? CookieDifferences.Of(one, other) : [],
            .. Slower(before, after),
        ];
    }

    private static string Status(Hop hop) => hop.Failure ?? $"{hop.Status}";

    private static IEnumerable<Difference> Values(string what, string? good, string? bad) => good == bad ? [] : [new(what, good, bad)];

    /// <summary>Host and path alone: the parameters are compared one by one.</summary>
    private static string? Target(ComparedRun run, HarEntry entry) =>
        entry.Response.Status is >= 300 and < 400 && RedirectTarget.Of(entry) is { } target ? run.Named(MaskedValues.WithoutIds(UrlParts.Of(target).Path)) : null;

    private static QueryString Redirect(HarEntry entry) =>
        entry.Response.Status is >= 300 and < 400 && RedirectTarget.Of(entry) is { } target ? QueryString.OfUrl(target) : QueryString.Empty;

    private static IEnumerable<Difference> Parameters(string what, ComparedRun good, QueryString before, ComparedRun bad, QueryString after) =>
        before.Concat(after).Select(parameter => parameter.Name).Distinct(StringComparer.Ordinal).Select(name => (Name: name, Good: Value(good, before, name), Bad: Value(bad, after, name)))
            .Where(pair => pair.Good != pair.Bad && !(pair is { Good: not null, Bad: not null } && IsVolatile(pair.Name, pair.Good, pair.Bad)))
            .Select(pair => new Difference($"{what} {pair.Name}", pair.Good, pair.Bad));

    private static string? Value(ComparedRun run, QueryString parameters, string name) => parameters[name] is { } value ? run.Named(value) : null;

    private static bool IsVolatile(string name, string good, string bad) =>
        VolatileNames.Default.Parameters.Contains(name, StringComparer.OrdinalIgnoreCase) || (MaskedValues.IsMasked(good) && MaskedValues.IsMasked(bad));

    private static IEnumerable<Difference> Names(string what, IReadOnlyList<string> good, IReadOnlyList<string> bad)
    {
        var (before, after) = (good.Select(CookieDifferences.Stem).Distinct().ToList(), bad.Select(CookieDifferences.Stem).Distinct().ToList());
        return [.. before.Except(after).Select(name => new Difference($"{what}: {name}", "sent", null)), .. after.Except(before).Select(name => new Difference($"{what}: {name}", null, "sent"))];
    }

    private static IEnumerable<Difference> Slower(Hop good, Hop bad) =>
        Math.Max(good.DurationMs, bad.DurationMs) > MuchSlowerMs && Math.Max(good.DurationMs, bad.DurationMs) > MuchSlowerTimes * Math.Min(good.DurationMs, bad.DurationMs)
            ? [new(Difference.Time, $"{good.DurationMs:0} ms", $"{bad.DurationMs:0} ms")] : [];
}

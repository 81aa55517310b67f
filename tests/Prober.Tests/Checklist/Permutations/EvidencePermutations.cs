using Prober.Evidence;
using Prober.Evidence.Expected;
using Prober.Evidence.Har;
using Prober.Evidence.Saml;
using Prober.Evidence.Session;
using Prober.Evidence.Tokens;

namespace Prober.Tests.Checklist.Permutations;

/// <summary>What people, exporters and recorders do to healthy evidence: it may tell less then, but nothing of it is broken.</summary>
internal static class EvidencePermutations
{
    private static readonly IReadOnlyList<(string Name, Func<EvidenceBundle, Dice, EvidenceBundle> Apply)> All =
    [
        ("entries in another order", Reordered),
        ("without cookies", (bundle, _) => Each(bundle, WithoutCookies)),
        ("without bodies", (bundle, _) => Each(bundle, entry => entry with { Response = entry.Response with { Body = null } })),
        ("some bodies missing", (bundle, dice) => Each(bundle, entry => dice.Flip() ? entry with { Response = entry.Response with { Body = null } } : entry)),
        ("without tokens", (bundle, _) => bundle with { Tokens = Captured.Nothing<IReadOnlyList<CapturedToken>>("no tokens were recorded") }),
        ("without fetch metadata", (bundle, _) => Each(bundle, WithoutFetchMetadata)),
        ("without expectations", (bundle, _) => bundle with { Expectations = new Expectations { Journey = bundle.Expectations.Journey } }),
        ("without phases", (bundle, _) => AsFile(bundle)),
        ("walked twice", (bundle, _) => bundle.Assertions.Value is { Count: > 0 } ? bundle : SecondWalk.After(bundle)),
        ("ends early", (bundle, dice) => Cut(AsFile(bundle), 0, 1 + dice.Below(bundle.Traffic.Value!.Entries.Count))),
        ("starts late", (bundle, dice) => Cut(AsFile(bundle), dice.Below(bundle.Traffic.Value!.Entries.Count), int.MaxValue)),
    ];

    /// <summary>One to three of them, by the dice.</summary>
    public static (string Name, EvidenceBundle Bundle) Of(EvidenceBundle healthy, uint seed)
    {
        var dice = new Dice(seed * 2654435761);
        var chosen = dice.Shuffled(All)[..(1 + dice.Below(3))];
        return (string.Join(" + ", chosen.Select(permutation => permutation.Name)),
            chosen.Aggregate(healthy, (bundle, permutation) => bundle.Traffic.Value!.Entries.Count == 0 ? bundle : permutation.Apply(bundle, dice)));
    }

    /// <summary>A file that a person sends has traffic, and what can be read from it, alone.</summary>
    public static EvidenceBundle AsFile(EvidenceBundle bundle) => bundle with
    {
        Run = bundle.Run with { Source = EvidenceSource.Har },
        Expectations = bundle.Expectations with { Journey = [] },
        Phases = Captured.Nothing<IReadOnlyList<PhaseRecord>>("no browser was driven"),
        Tabs = Captured.Nothing<IReadOnlyList<TabObservation>>("no browser was driven"),
        Console = Captured.Nothing<IReadOnlyList<ConsoleEntry>>("a HAR does not hold the console"),
        Cookies = Captured.Nothing<IReadOnlyList<CookieSnapshot>>("the cookie jar was not read"),
        Storage = Captured.Nothing<IReadOnlyList<StorageSnapshot>>("web storage was not read"),
        ApplicationLogs = Captured.Nothing<IReadOnlyList<ApplicationLog>>("no application log was given"),
    };

    /// <summary>The entries from one to another, numbered anew; what points at one that is gone goes with it.</summary>
    public static EvidenceBundle Cut(EvidenceBundle bundle, int from, int end) =>
        Arranged(bundle, [.. bundle.Traffic.Value!.Entries.Where(entry => entry.Index >= from && entry.Index < end)]);

    // Exporters write entries as they finished; reading puts them in the order of their start, and equal moments in any.
    private static EvidenceBundle Reordered(EvidenceBundle bundle, Dice dice) =>
        Arranged(bundle, [.. dice.Shuffled(bundle.Traffic.Value!.Entries).OrderBy(entry => entry.StartedAt)]);

    private static EvidenceBundle Arranged(EvidenceBundle bundle, IReadOnlyList<HarEntry> entries)
    {
        var places = entries.Select((entry, index) => (entry.Index, index)).ToDictionary(pair => pair.Index, pair => pair.index);
        return bundle with
        {
            Traffic = Captured.Of(bundle.Traffic.Value! with { Entries = [.. entries.Select((entry, index) => entry with { Index = index })] }),
            Tokens = bundle.Tokens.Value is not { } tokens ? bundle.Tokens : Captured.Of<IReadOnlyList<CapturedToken>>(
                [.. tokens.Where(token => token.Entry is not { } entry || places.ContainsKey(entry)).Select(token => token with { Entry = token.Entry is { } entry ? places[entry] : null })]),
            Assertions = bundle.Assertions.Value is not { } messages ? bundle.Assertions : Captured.Of<IReadOnlyList<SamlMessage>>(
                [.. messages.Where(message => places.ContainsKey(message.Entry)).Select(message => message with { Entry = places[message.Entry] })]),
            Pkce = [],
        };
    }

    private static EvidenceBundle Each(EvidenceBundle bundle, Func<HarEntry, HarEntry> change) =>
        bundle with { Traffic = Captured.Of(bundle.Traffic.Value! with { Entries = [.. bundle.Traffic.Value!.Entries.Select(change)] }) };

    private static HarEntry WithoutCookies(HarEntry entry) => entry with
    {
        Request = entry.Request with { Headers = Without(entry.Request.Headers, "cookie", "authorization") },
        Response = entry.Response with { Headers = Without(entry.Response.Headers, "set-cookie") },
    };

    private static HarEntry WithoutFetchMetadata(HarEntry entry) =>
        entry with { Request = entry.Request with { Headers = Without(entry.Request.Headers, "sec-fetch-site", "sec-fetch-dest", "sec-fetch-mode", "sec-fetch-user") } };

    private static HarHeaders Without(HarHeaders headers, params IReadOnlyList<string> names) => new(headers.Where(header => !names.Contains(header.Name)));
}

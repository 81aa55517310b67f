using Prober.Evidence.Har;

namespace Prober.Checklist.Facts.Cookies;

/// <summary>What became of an offered cookie, in one word, where, and why.</summary>
/// <param name="Offer">The Set-Cookie header.</param>
/// <param name="Outcome">The word.</param>
/// <param name="At">The request that decided it; null where none did.</param>
/// <param name="Reason">The rule, in one word: of <see cref="CookieOffer.RefusedBecause"/> or <see cref="CookieOffer.WithheldBecause"/>.</param>
internal sealed record CookieFate(CookieOffer Offer, CookieOutcome Outcome, HarEntry? At, string? Reason)
{
    /// <summary>The fate of a cookie that was set; a deletion has none.</summary>
    public static CookieFate Of(CookieOffer offer) => offer switch
    {
        { FirstSent: { } sent } => new(offer, CookieOutcome.Sent, sent, null),
        { RefusedBecause: { } rule } => new(offer, CookieOutcome.Refused, offer.Entry, rule),
        { WithheldFrom: { } entry, WithheldBecause: { } rule } => new(offer, CookieOutcome.Withheld, entry, rule),
        { FirstMissing: { } entry } when entry.Window == offer.Entry.Window => new(offer, CookieOutcome.Missing, entry, null),
        _ => new(offer, CookieOutcome.NotAsked, null, null),
    };
}

/// <summary>What became of an offered cookie.</summary>
internal enum CookieOutcome
{
    /// <summary>A later request carried it.</summary>
    Sent,

    /// <summary>The browser had to refuse it.</summary>
    Refused,

    /// <summary>SameSite kept it from the one request that wanted it.</summary>
    Withheld,

    /// <summary>A request should have carried it and did not; no rule explains it.</summary>
    Missing,

    /// <summary>No later request was for its host and path.</summary>
    NotAsked,
}

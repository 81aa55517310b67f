using Prober.Checklist.Facts.Traffic;
using Prober.Evidence.Har;

namespace Prober.Checklist.Facts.Cookies;

/// <summary>Follows every offered cookie to the first request that carried it or should have.</summary>
internal sealed class CookieTimeline
{
    private readonly RedirectChains _chains;
    private readonly IReadOnlyList<Exchange> _exchanges;
    private readonly IReadOnlyList<IReadOnlyList<CookiePair>> _sent;
    private readonly IReadOnlyList<IReadOnlyList<SetCookie>> _set;
    private readonly Dictionary<string, List<Exchange>> _byHost;
    private readonly Dictionary<(string Domain, string Host), List<Exchange>> _reached = [];
    private readonly bool _stripped;

    public CookieTimeline(RedirectChains chains)
    {
        _chains = chains;
        _exchanges = chains.Exchanges;
        _sent = [.. _exchanges.Select(exchange => CookieHeader.Of(exchange.Entry.Request))];
        _set = [.. _exchanges.Select(exchange => SetCookie.Of(exchange.Entry.Response))];
        _byHost = _exchanges.Where(exchange => exchange.Uri is not null).GroupBy(exchange => exchange.Uri!.Host, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(host => host.Key, host => host.ToList(), StringComparer.OrdinalIgnoreCase);
        // Without a single request cookie nothing can be said of what was sent.
        _stripped = _sent.All(cookies => cookies.Count == 0);
    }

    public IReadOnlyList<CookieOffer> Offers() =>
        [.. _exchanges.Where(exchange => exchange.Uri is not null)
            .SelectMany(exchange => _set[exchange.Index].Select(cookie => Offer(cookie, exchange)))];

    private CookieOffer Offer(SetCookie cookie, Exchange exchange)
    {
        var deletion = cookie.DeletesAt(exchange.Entry.EndedAt) || cookie.Value.Length == 0;
        var offer = new CookieOffer
        {
            Entry = exchange.Entry,
            Host = exchange.Uri!.Host,
            Name = cookie.Name,
            Value = deletion ? null : cookie.Value,
            Domain = cookie.Domain,
            Path = cookie.Path,
            Secure = cookie.Secure,
            HttpOnly = cookie.HttpOnly,
            SameSite = cookie.SameSite,
            Expires = cookie.EndsAt(exchange.Entry.EndedAt),
            Size = cookie.Size,
            IsDeletion = deletion,
            RefusedBecause = deletion ? null : CookieRules.Refusal(cookie, exchange),
        };
        return deletion || _stripped ? offer : Follow(offer, cookie, exchange);
    }

    private CookieOffer Follow(CookieOffer offer, SetCookie cookie, Exchange exchange)
    {
        HarEntry? sent = null, missing = null, withheld = null;
        string? rule = null;
        foreach (var later in After(exchange, Reached(cookie, exchange.Uri!.Host)))
        {
            if (!CookieRules.ReachesPlace(cookie, exchange, later.Uri!)) continue;
            var carried = _sent[later.Index].Any(pair => pair.Name == cookie.Name && pair.Value == cookie.Value);
            if (carried) sent ??= later.Entry;
            else if (IsAfter(later, exchange) && IsExpected(offer, cookie, later)) missing ??= later.Entry;
            if (!carried && withheld is null && IsAfter(later, exchange) && (rule = Withholding(offer, cookie, later)) is not null)
                withheld = later.Entry;
            if (sent is not null && missing is not null && withheld is not null) break;
            if (Replaces(later, cookie)) break;
        }

        return offer with { FirstSent = sent, FirstMissing = missing, WithheldFrom = withheld, WithheldBecause = rule };
    }

    // A page of a large site comes with hundreds of exchanges, most of them with hosts that the cookie is not for.
    private List<Exchange> Reached(SetCookie cookie, string host)
    {
        if (cookie.Domain is not { } domain) return _byHost[host];
        if (_reached.TryGetValue((domain, host), out var known)) return known;
        return _reached[(domain, host)] = [.. _byHost.Where(other => CookieRules.ReachesHost(cookie, host, other.Key)).SelectMany(other => other.Value).OrderBy(exchange => exchange.Index)];
    }

    private static IEnumerable<Exchange> After(Exchange exchange, List<Exchange> all)
    {
        var (low, high) = (0, all.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (all[middle].Index <= exchange.Index) low = middle + 1;
            else high = middle;
        }

        for (var at = low; at < all.Count; at++) yield return all[at];
    }

    private string? Withholding(CookieOffer offer, SetCookie cookie, Exchange later) =>
        offer.RefusedBecause is null && offer.Entry.Window == later.Entry.Window && !later.Entry.FromServiceWorker
        && !(offer.Expires <= later.Entry.StartedAt) && _sent[later.Index].All(pair => pair.Name != cookie.Name)
            ? CookieRules.Withholding(cookie, later) : null;

    // A request already on its way when the cookie came cannot carry it; the redirect that brought it can.
    private bool IsAfter(Exchange later, Exchange offer) =>
        later.Entry.StartedAt >= offer.Entry.EndedAt || _chains.RedirectedFrom(later) == offer;

    private bool IsExpected(CookieOffer offer, SetCookie cookie, Exchange later) =>
        !later.Entry.FromServiceWorker && (offer.Expires is not { } end || later.Entry.StartedAt < end)
        && _sent[later.Index].All(pair => pair.Name != cookie.Name) && CookieRules.SameSiteAllows(cookie, later);

    private bool Replaces(Exchange later, SetCookie cookie) =>
        _set[later.Index].Any(next => next.Name == cookie.Name && (next.Domain ?? "") == (cookie.Domain ?? "")
            && (next.Path ?? "") == (cookie.Path ?? ""));
}

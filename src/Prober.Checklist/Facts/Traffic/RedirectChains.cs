using Prober.Evidence.Har;

namespace Prober.Checklist.Facts.Traffic;

/// <summary>
/// Which exchange led to which: a redirect to the request that follows it, and the page of a tab to the next page of the
/// same tab. HAR files do not say so, so it is found by address and order.
/// </summary>
internal sealed class RedirectChains
{
    private readonly Dictionary<int, Exchange> _redirectedFrom = [];
    private readonly Dictionary<int, Exchange> _redirectedTo = [];
    private readonly Dictionary<int, Exchange> _previousPage = [];
    private readonly Dictionary<int, string> _tabs = [];

    public RedirectChains(HarLog traffic)
    {
        Exchanges = [.. traffic.Entries.Select(entry => new Exchange(entry))];
        // Only Playwright's pages are tabs; a browser's own export names a page per navigation of its one tab.
        var pagesAreTabs = traffic.Creator.Equals("Playwright", StringComparison.OrdinalIgnoreCase);
        foreach (var exchange in Exchanges) _tabs[exchange.Index] = pagesAreTabs ? exchange.Entry.Page ?? "" : "";
        MarkFrames();
        foreach (var exchange in Exchanges) LinkRedirect(exchange);
        LinkPages();
    }

    public IReadOnlyList<Exchange> Exchanges { get; }

    public string TabOf(Exchange exchange) => _tabs[exchange.Index];

    /// <summary>The redirect that caused a request; null when none did.</summary>
    public Exchange? RedirectedFrom(Exchange exchange) => _redirectedFrom.GetValueOrDefault(exchange.Index);

    /// <summary>The request that a redirect caused; null when the browser did not follow or the evidence ends.</summary>
    public Exchange? RedirectedTo(Exchange exchange) => _redirectedTo.GetValueOrDefault(exchange.Index);

    /// <summary>The page of the same tab before this one.</summary>
    public Exchange? PreviousPage(Exchange exchange) => _previousPage.GetValueOrDefault(exchange.Index);

    /// <summary>The redirects after an exchange, itself first, to where they end.</summary>
    public IEnumerable<Exchange> Follow(Exchange start)
    {
        for (var current = start; current is not null; current = RedirectedTo(current)) yield return current;
    }

    /// <summary>The first request of the redirects that led to an exchange.</summary>
    public Exchange StartOf(Exchange exchange) => Ancestry(exchange).LastOrDefault() ?? exchange;

    /// <summary>The redirects that led to an exchange, the nearest first.</summary>
    public IEnumerable<Exchange> Ancestry(Exchange exchange)
    {
        for (var before = RedirectedFrom(exchange); before is not null; before = RedirectedFrom(before)) yield return before;
    }

    private void MarkFrames()
    {
        foreach (var page in Exchanges.Where(exchange => exchange.Entry is { Page: not null, Frame: not null })
            .GroupBy(exchange => exchange.Entry.Page))
        {
            var main = page.FirstOrDefault(exchange => exchange.IsNavigation && !exchange.IsFrame)?.Entry.Frame;
            foreach (var exchange in page) exchange.InFrame = main is not null && exchange.Entry.Frame != main;
        }
    }

    private void LinkRedirect(Exchange from)
    {
        if (from.Target is not { } target) return;
        var wanted = target.Split('#')[0];
        var candidates = Exchanges.Skip(from.Index + 1).Take(60)
            .Where(next => !_redirectedFrom.ContainsKey(next.Index) && _tabs[next.Index] == _tabs[from.Index]).ToList();
        var to = candidates.FirstOrDefault(next => SameAddress(next, wanted))
            ?? candidates.FirstOrDefault(next => SamePlace(next, from, wanted));
        if (to is null) return;
        _redirectedFrom[to.Index] = from;
        _redirectedTo[from.Index] = to;
    }

    private static bool SameAddress(Exchange next, string wanted) =>
        next.Entry.Request.Url.Split('#')[0] == wanted
        || (next.Uri is { } uri && Uri.TryCreate(wanted, UriKind.Absolute, out var target)
            && uri.GetComponents(UriComponents.HttpRequestUrl, UriFormat.UriEscaped)
            == target.GetComponents(UriComponents.HttpRequestUrl, UriFormat.UriEscaped));

    // Recorders and redaction may write a query differently in the two places.
    private static bool SamePlace(Exchange next, Exchange from, string wanted) =>
        next.IsNavigation == from.IsNavigation && next.Address == UrlParts.Of(wanted).Path
        && next.Query.Select(parameter => parameter.Name).SequenceEqual(QueryString.OfUrl(wanted).Select(parameter => parameter.Name));

    private void LinkPages()
    {
        foreach (var tab in Exchanges.Where(exchange => exchange.IsDocument).GroupBy(TabOf))
        {
            Exchange? previous = null;
            foreach (var document in tab)
            {
                if (previous is not null) _previousPage[document.Index] = previous;
                previous = document;
            }
        }
    }
}

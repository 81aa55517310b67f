using System.Collections.Concurrent;
using Microsoft.Playwright;
using Prober.Browser.Journey;

namespace Prober.Browser.Recording;

/// <summary>
/// A light log of a window's requests from Playwright's events. It tells the journey when a page is quiet, when it runs in
/// circles and what was refused; and it is the traffic when the HAR is lost with the browser.
/// </summary>
internal sealed class TrafficLog
{
    private static readonly HashSet<string> Loading = ["document", "script", "xhr", "fetch", "stylesheet"];

    private readonly TimeProvider _time;
    private readonly ConcurrentQueue<Exchange> _exchanges = new();
    private readonly ConcurrentDictionary<IRequest, Exchange> _open = new();
    private readonly ConcurrentDictionary<IPage, int> _tabs = new();
    private readonly ConcurrentDictionary<int, NavigationLoop> _loops = new();

    public TrafficLog(IBrowserContext context, TimeProvider time)
    {
        _time = time;
        context.Request += (_, request) => Started(request);
        context.Response += (_, response) => Answered(response);
        context.RequestFailed += (_, request) => Failed(request);
    }

    public IReadOnlyCollection<Exchange> Exchanges => _exchanges;

    /// <summary>Number of a tab, from 1 in the order of opening.</summary>
    public int TabOf(IPage page)
    {
        lock (_tabs) return _tabs.GetOrAdd(page, _ => _tabs.Count + 1);
    }

    /// <summary>True while the page waits for something that may still change it; a request open for long is a poll or a stream.</summary>
    public bool IsBusy(IPage page, TimeSpan patience)
    {
        var tab = TabOf(page);
        var since = _time.GetUtcNow() - patience;
        return _open.Values.Any(open => open.Tab == tab && open.StartedAt > since && Loading.Contains(open.ResourceType));
    }

    /// <summary>True while a document of the tab was asked for and has not answered.</summary>
    public bool IsNavigating(IPage page)
    {
        var tab = TabOf(page);
        return _open.Values.Any(open => open.Tab == tab && open.IsPageDocument);
    }

    public IEnumerable<Exchange> Since(DateTimeOffset from) => _exchanges.Where(exchange => exchange.StartedAt >= from);

    /// <summary>Documents the tab asked for since a moment.</summary>
    public int Documents(IPage page, DateTimeOffset from)
    {
        var tab = TabOf(page);
        return Since(from).Count(exchange => exchange.Tab == tab && exchange.IsPageDocument);
    }

    /// <summary>The document a tab asked for last: what the browser's own error page stands for.</summary>
    public Exchange? DocumentOf(IPage page)
    {
        var tab = TabOf(page);
        return _exchanges.LastOrDefault(exchange => exchange.Tab == tab && exchange.IsPageDocument);
    }

    /// <summary>The address a tab runs in circles over, or null.</summary>
    public string? LoopOf(IPage page) => _loops.TryGetValue(TabOf(page), out var loop) ? loop.Address : null;

    /// <summary>Starts counting anew: a phase of its own right may visit the same addresses again.</summary>
    public void ForgetLoops() => _loops.Clear();

    /// <summary>The journey goes on without the document that the tab waits for, if that took longer than an action may.</summary>
    public void GiveUp(IPage page, TimeSpan patience)
    {
        var (tab, now) = (TabOf(page), _time.GetUtcNow());
        foreach (var open in _open.Values.Where(open => open.Tab == tab && open.IsPageDocument && now - open.StartedAt > patience)) open.GivenUpAfter = now - open.StartedAt;
    }

    private void Started(IRequest request)
    {
        var (tab, isPage) = PlaceOf(request);
        var exchange = new Exchange
        {
            StartedAt = _time.GetUtcNow(),
            Method = request.Method,
            Url = request.Url,
            ResourceType = request.ResourceType,
            Tab = tab,
            IsPageDocument = isPage,
        };
        _exchanges.Enqueue(exchange);
        _open[request] = exchange;
        if (isPage) _loops.GetOrAdd(tab, _ => new NavigationLoop()).Visit(request.Method, request.Url);
    }

    private void Answered(IResponse response)
    {
        if (!_open.TryRemove(response.Request, out var exchange)) return;
        exchange.EndedAt = _time.GetUtcNow();
        exchange.Status = response.Status;
    }

    private void Failed(IRequest request)
    {
        if (!_open.TryRemove(request, out var exchange)) return;
        exchange.EndedAt = _time.GetUtcNow();
        exchange.Failure = request.Failure;
    }

    private (int Tab, bool IsPageDocument) PlaceOf(IRequest request)
    {
        try
        {
            var frame = request.Frame;
            return (TabOf(frame.Page), request.IsNavigationRequest && frame == frame.Page.MainFrame);
        }
        catch (PlaywrightException)
        {
            // A service worker's request, or the first one of a tab that Playwright has not announced yet.
            return (0, false);
        }
    }
}

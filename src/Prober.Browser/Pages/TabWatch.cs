using Microsoft.Playwright;
using Prober.Browser.Recording;
using Prober.Evidence.Session;
using Prober.Scenarios;

namespace Prober.Browser.Pages;

/// <summary>
/// Waits until a tab is in a state that lasts. The page itself waits for its next change, so a wait costs a round trip or
/// two; a state that pages pass through (an anonymous page, an error that repairs itself) must outlast its dwell time first.
/// </summary>
internal sealed class TabWatch(IPage page, PageClassifier classifier, TrafficLog traffic, Budgets budgets, TimeProvider time)
{
    private static readonly TimeSpan LongestLook = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan ShortestLook = TimeSpan.FromMilliseconds(30);

    private readonly long _started = time.GetTimestamp();
    private PageLook? _known;

    public IReadOnlyDictionary<string, LookMarker> Markers { get; init; } = new Dictionary<string, LookMarker>();

    /// <summary>When looks bring web storage along, see <see cref="LookRequest.Storage"/>.</summary>
    public string? Storage { get; set; } = "signed-in";

    /// <summary>How long any state has to stand here, where even what proves itself may wait that long: one round trip instead of two.</summary>
    public TimeSpan Settle { get; init; }

    /// <summary>True when a login control was seen since the watch began, even if only for a moment.</summary>
    public bool PromptSeen { get; private set; }

    /// <summary>The last reading, decided or not.</summary>
    public PageReading? Last { get; private set; }

    /// <summary>The document asked for last.</summary>
    public string? Address => traffic.DocumentOf(page)?.Url;

    /// <summary>Why the document asked for last did not come, in the browser's words.</summary>
    public string? Failure => traffic.DocumentOf(page)?.Failure;

    public PageClassifier Classifier => classifier;

    public double ElapsedMs => time.GetElapsedTime(_started).TotalMilliseconds;

    /// <summary>The next state that lasts; <c>dwell</c> says how long one must stand to be believed, or null when it is no answer here.</summary>
    /// <exception cref="NavigationLoopException">The tab runs in circles.</exception>
    public async Task<PageReading> NextAsync(Func<PageReading, TimeSpan?> dwell, CancellationToken cancellationToken)
    {
        var unchangedSince = time.GetTimestamp();
        var stoodBefore = TimeSpan.Zero;
        while (true)
        {
            var look = await TakeAsync(Patience(dwell, unchangedSince), cancellationToken);
            if (traffic.LoopOf(page) is { } address) throw new NavigationLoopException(address);
            if (look is null) continue;

            if (look.Fingerprint != _known?.Fingerprint)
                (unchangedSince, stoodBefore) = (time.GetTimestamp(), TimeSpan.FromMilliseconds(look.StoodMs));
            _known = look;
            Last = await WithFramesAsync(classifier.Read(look), cancellationToken);
            PromptSeen |= Last.State == TabState.Prompted;

            var stood = stoodBefore + time.GetElapsedTime(unchangedSince);
            if (dwell(Last) is { } enough && stood >= enough && (enough == TimeSpan.Zero || !IsPending())) return Last;
            if (stood >= budgets.Action && !traffic.IsNavigating(page)) return Last;
        }
    }

    /// <summary>How long the next look may wait for a change: the rest of the dwell time of what stands there now.</summary>
    private TimeSpan Patience(Func<PageReading, TimeSpan?> dwell, long unchangedSince)
    {
        if (Last is null) return LongestLook;
        // A change inside a frame does not wake the page.
        if (Last.Look.WideFrames > 0 && Last.Form is { AsksForSomething: false }) return ShortestLook * 6;
        var rest = (dwell(Last) ?? LongestLook) - time.GetElapsedTime(unchangedSince);
        return rest < ShortestLook ? ShortestLook : rest;
    }

    /// <summary>A login form may stand in a frame of a page that has none of its own.</summary>
    private async Task<PageReading> WithFramesAsync(PageReading reading, CancellationToken cancellationToken)
    {
        var isEmpty = reading.State is TabState.Anonymous or TabState.Blank or TabState.Undecided && !reading.Form.AsksForSomething;
        if (reading.Look.WideFrames == 0 || !isEmpty) return reading;
        foreach (var frame in page.Frames.Where(frame => frame.ParentFrame is not null && frame.Url.StartsWith("http", StringComparison.Ordinal)))
        {
            var inside = await PageReader.TakeAsync(frame, Request(TimeSpan.Zero) with { Known = null }, cancellationToken);
            if (inside is null || classifier.Read(inside) is not { Form.AsksForSomething: true } found) continue;
            // The page's own document with the frame's contents: a new document in either is a new page.
            var both = reading.Look with
            {
                Document = reading.Look.Document + inside.Document,
                Fields = inside.Fields,
                Controls = inside.Controls,
                Errors = inside.Errors,
            };
            return found with { Look = both, Frame = frame };
        }

        return reading;
    }

    private bool IsPending() => traffic.IsNavigating(page) || traffic.IsBusy(page, budgets.Action / 4);

    private Task<PageLook?> TakeAsync(TimeSpan wait, CancellationToken cancellationToken) => PageReader.TakeAsync(page, Request(wait), cancellationToken);

    private LookRequest Request(TimeSpan wait) => new()
    {
        Known = _known?.Fingerprint,
        SettleMs = (int)Settle.TotalMilliseconds,
        WaitMs = (int)Math.Min(wait.TotalMilliseconds, LongestLook.TotalMilliseconds),
        Markers = Markers,
        ErrorSelectors = string.Join(',', classifier.Provider.Errors),
        CaptchaSelectors = string.Join(',', classifier.Provider.Captcha),
        Storage = Storage,
    };
}

using Microsoft.Playwright;
using Prober.Browser.Sessions;

namespace Prober.Browser.Journey;

/// <summary>
/// Empty tabs opened before they are needed, while the browser waits for a server: a new tab is a process of its own and the dearest
/// single step of a journey. An empty tab asks for nothing and leaves nothing in the evidence.
/// </summary>
/// <param name="open">Opens a tab of the main window.</param>
internal sealed class TabsInReserve(Func<CancellationToken, Task<IPage>> open)
{
    private Task<IPage>? _main;
    private Task<(RecordedWindow Window, IPage Page)>? _window;

    /// <summary>Begins a tab of the main window.</summary>
    public void Begin(CancellationToken cancellationToken) => _main ??= open(cancellationToken);

    /// <summary>Begins a window of its own, with the cookies of a storage state and one tab.</summary>
    public void BeginWindow(JourneyState journey, string name, string storageState, CancellationToken cancellationToken) =>
        _window ??= OpenAsync(journey, name, storageState, cancellationToken);

    /// <summary>The tab in reserve, or a new one when there is none or the phase that began it was cut short.</summary>
    public async Task<IPage> TakeAsync(CancellationToken cancellationToken)
    {
        var begun = _main;
        _main = null;
        try
        {
            if (begun is not null && await begun.WaitAsync(cancellationToken) is { IsClosed: false } page) return page;
        }
        catch (Exception exception) when (exception is PlaywrightException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            // Its end had nothing to do with who asks now.
        }

        return await open(cancellationToken);
    }

    /// <summary>The window that was begun.</summary>
    public Task<(RecordedWindow Window, IPage Page)> TakeWindowAsync()
    {
        var taken = _window ?? throw new InvalidOperationException("no window was begun");
        _window = null;
        return taken;
    }

    /// <summary>Waits for what was begun and never taken, so that nothing opens behind the end of the journey.</summary>
    public Task SettleAsync() => Task.WhenAll(Ended(_main), Ended(_window));

    private static async Task<(RecordedWindow Window, IPage Page)> OpenAsync(
        JourneyState journey, string name, string storageState, CancellationToken cancellationToken)
    {
        var window = await journey.OpenWindowAsync(name, storageState, cancellationToken);
        return (window, await window.Context.NewPageAsync().BoundedBy(cancellationToken));
    }

    private static Task Ended(Task? begun) =>
        begun?.ContinueWith(static done => _ = done.Exception, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default) ?? Task.CompletedTask;
}

using Microsoft.Extensions.Logging;
using Prober.Browser;
using Prober.Browser.Configuration;
using Prober.Monitor.Runs;
using Prober.Runs;
using Prober.Scenarios;

namespace Prober.Monitoring;

/// <summary>
/// Walks the monitor's journeys in one browser with one driver, a context each. Browser and driver are thrown away after so many journeys, when
/// they hold too much memory, or when they died: a driver that lives for days keeps what it should not.
/// </summary>
internal sealed partial class SharedBrowserWalker(BrowserSettings settings, ILogger<SharedBrowserWalker> log, BrowserLimits? limits = null, Action<string>? recycled = null) : IJourneyWalker, IAsyncDisposable
{
    private readonly BrowserLimits _limits = limits ?? new();
    private readonly SemaphoreSlim _changing = new(1, 1);
    private SharedBrowser? _current;

    public async Task<WalkedJourney> WalkAsync(Scenario scenario, string folder, CancellationToken cancellationToken)
    {
        var browser = await TakeAsync(cancellationToken);
        try
        {
            var run = await new RunPipeline(browser.Session).RunAsync(scenario, new RunOutput(folder), progress: null, cancellationToken);
            return new WalkedJourney(run.Report, run.Folder, run.Leaks.Count);
        }
        catch (Exception fault) when (fault is ProberFaultException or IOException or UnauthorizedAccessException)
        {
            throw new JourneyFaultException(fault.Message, fault);
        }
        catch (Exception defect) when (defect is not OperationCanceledException)
        {
            // Whatever else escapes is a defect of ours; its message may hold what was typed.
            throw new JourneyFaultException($"internal error: {defect.GetType().Name}", defect);
        }
        finally
        {
            await browser.GiveBackAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_current is { } last) await last.RetireAsync();
        _changing.Dispose();
    }

    private async Task<SharedBrowser> TakeAsync(CancellationToken cancellationToken)
    {
        await _changing.WaitAsync(cancellationToken);
        try
        {
            if (_current is { } tired && _limits.Exceeded(tired.Session.IsAlive, tired.Journeys, DriverMemory.Megabytes) is { } reason)
            {
                Recycled(reason, tired.Journeys);
                recycled?.Invoke(reason);
                _current = null;
                await tired.RetireAsync();
            }

            _current ??= new SharedBrowser(await BrowserSetup.StartAsync(settings, [], Console.Error, cancellationToken));
            return _current.Take();
        }
        catch (ProberFaultException none)
        {
            throw new JourneyFaultException(none.Message, none);
        }
        finally
        {
            _changing.Release();
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "a new browser ({Reason}) after {Journeys} journeys")]
    private partial void Recycled(string reason, int journeys);
}

using Microsoft.Playwright;
using Prober.Browser.Recording;

namespace Prober.Browser.Sessions;

/// <summary>One browser context with what records it. Its HAR is whole only after <see cref="CloseAsync"/>.</summary>
internal sealed class RecordedWindow
{
    private readonly string _har;
    private readonly string? _trace;
    private readonly TimeProvider _time;
    private readonly Action _closed;
    private Task<bool>? _closing;

    public RecordedWindow(string name, IBrowserContext context, string har, string? trace, TimeProvider time, Action closed)
    {
        (Name, Context, _har, _trace, _time, _closed) = (name, context, har, trace, time, closed);
        Traffic = new TrafficLog(context, time);
    }

    /// <summary>Empty for the main window.</summary>
    public string Name { get; }

    public IBrowserContext Context { get; }

    public TrafficLog Traffic { get; }

    /// <summary>The HAR file, or null when it was not written.</summary>
    public string? Har => File.Exists(_har) ? _har : null;

    /// <summary>Playwright's trace, when one was asked for and written.</summary>
    public byte[]? Trace => _trace is not null && File.Exists(_trace) ? File.ReadAllBytes(_trace) : null;

    /// <summary>Closes the context so that the HAR is written, on time of its own; false when it could not be closed in order.</summary>
    public Task<bool> CloseAsync(TimeSpan grace) => _closing ??= CloseOnceAsync(grace);

    private async Task<bool> CloseOnceAsync(TimeSpan grace)
    {
        using var budget = new CancellationTokenSource(grace, _time);
        try
        {
            if (_trace is not null) await Context.Tracing.StopAsync(new() { Path = _trace }).BoundedBy(budget.Token);
            await Context.CloseAsync().BoundedBy(budget.Token);
            return true;
        }
        catch (Exception exception) when (exception is PlaywrightException or OperationCanceledException)
        {
            return false;
        }
        finally
        {
            _closed();
        }
    }
}

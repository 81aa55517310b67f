using System.Threading.Channels;
using Prober.Reporting.Wording;
using Spectre.Console;

namespace Prober.Reporting.Progress;

/// <summary>
/// Phases as they happen, on a terminal that can redraw: ended phases stay as lines, below them what is being done now and
/// for how long. Dispose it before anything else is written to the same terminal.
/// </summary>
public sealed class LivePhases : IPhaseProgress, IAsyncDisposable
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(120);

    private readonly Channel<Action<LiveView>> _events = Channel.CreateUnbounded<Action<LiveView>>(new UnboundedChannelOptions { SingleReader = true });
    private readonly IAnsiConsole _console;
    private readonly TimeProvider _time;
    private readonly Task _drawing;

    private LivePhases(IAnsiConsole console, TimeProvider time)
    {
        _console = console;
        _time = time;
        _drawing = Task.Run(DrawAsync);
    }

    /// <summary>Live where the terminal can redraw, plain lines where it cannot.</summary>
    /// <param name="console">Standard error, so that standard output stays the report's.</param>
    /// <param name="time">For the running clock of a phase.</param>
    /// <param name="verbose">Plain lines only: steps too.</param>
    public static IPhaseProgress On(IAnsiConsole console, TimeProvider time, bool verbose) =>
        console.Profile.Capabilities is { Interactive: true, Ansi: true } ? new LivePhases(console, time) : new PlainPhases(console, verbose);

    public void PhaseStarted(string phase, string application)
    {
        var at = _time.GetTimestamp();
        _events.Writer.TryWrite(view => view.Start($"{phase} {application}", at));
    }

    public void Step(string text) => _events.Writer.TryWrite(view => view.Step = Printable.Line(text, 200));

    public void PhaseEnded(string phase, string application, string outcome, TimeSpan duration, string? detail) =>
        _events.Writer.TryWrite(view => view.End(PhaseLine.Of(phase, application, outcome, duration, detail, view.Unicode), PhaseLine.IsGood(outcome)));

    public void Waiting(string text)
    {
        var at = _time.GetTimestamp();
        _events.Writer.TryWrite(view => view.Start(text, at));
    }

    public async ValueTask DisposeAsync()
    {
        _events.Writer.TryComplete();
        await _drawing;
    }

    private async Task DrawAsync()
    {
        var view = new LiveView(_console.Profile.Capabilities.Unicode);
        using var timer = new PeriodicTimer(Tick, _time);
        await _console.Live(view.Draw(TimeSpan.Zero)).StartAsync(async live =>
        {
            var more = true;
            while (more)
            {
                more = !_events.Reader.Completion.IsCompleted;
                while (_events.Reader.TryRead(out var change))
                    change(view);
                live.UpdateTarget(view.Draw(view.IsRunning ? _time.GetElapsedTime(view.StartedAt) : TimeSpan.Zero));
                if (more)
                    await Task.WhenAny(timer.WaitForNextTickAsync().AsTask(), _events.Reader.Completion);
            }

            view.Clear();
            live.UpdateTarget(view.Draw(TimeSpan.Zero));
        });
    }
}

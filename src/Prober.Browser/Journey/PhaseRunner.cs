using System.Runtime.ExceptionServices;
using Microsoft.Playwright;
using Prober.Browser.Pages;
using Prober.Browser.Sessions;
using Prober.Evidence.Session;

namespace Prober.Browser.Journey;

/// <summary>
/// Walks one phase within its budget and records it whatever happens: the last thing its tab showed, a screenshot, the outcome. What
/// ends it decides what it says of the target: our own deadline is the target's slowness, a dead browser is our own fault.
/// </summary>
internal sealed class PhaseRunner(JourneyState journey)
{
    /// <summary>Time of its own for looking once more and drawing the tab.</summary>
    private static readonly TimeSpan Closing = TimeSpan.FromSeconds(3);

    /// <summary>Runs them in order; those that an end from outside left over are recorded as skipped.</summary>
    /// <exception cref="ProberFaultException">Driver or browser died.</exception>
    /// <exception cref="OperationCanceledException">The run's budget or its owner ended it; what was done is recorded all the same.</exception>
    public async Task RunAllAsync(IEnumerable<JourneyPhase> phases, CancellationToken cancellationToken)
    {
        Exception? end = null;
        foreach (var phase in phases)
        {
            if (end is not null)
            {
                Record(phase, journey.Time.GetUtcNow(), TimeSpan.Zero, PhaseEnd.Skipped(Reason(end)), null);
                continue;
            }

            try
            {
                await RunAsync(phase, cancellationToken);
            }
            catch (Exception exception) when (exception is ProberFaultException or OperationCanceledException)
            {
                end = exception;
            }
        }

        journey.Console.Phase = null;
        await SettleScreensAsync();
        if (end is not null) ExceptionDispatchInfo.Throw(end);
    }

    private async Task RunAsync(JourneyPhase phase, CancellationToken cancellationToken)
    {
        var started = journey.Time.GetUtcNow();
        var clock = journey.Time.GetTimestamp();
        journey.Console.Phase = phase.Name;
        journey.Console.AcceptQuestions = false;
        foreach (var window in journey.Windows) window.Traffic.ForgetLoops();
        journey.Options.Progress?.PhaseStarted(phase.Name, phase.Application);
        if (phase.ReasonToSkip() is { } reason)
        {
            Record(phase, started, TimeSpan.Zero, PhaseEnd.Skipped(reason), null);
            return;
        }

        Exception? fault = null;
        PhaseEnd end;
        try
        {
            end = await WalkAsync(phase, cancellationToken);
        }
        catch (Exception exception) when (exception is ProberFaultException or OperationCanceledException)
        {
            fault = exception;
            if (exception is OperationCanceledException) GiveUp(phase);
            end = new PhaseEnd(exception is ProberFaultException ? PhaseOutcome.ProberFault : PhaseOutcome.TimedOut, Reason(exception));
        }

        var duration = journey.Time.GetElapsedTime(clock);
        phase.ObserveAsIs();
        var screenshot = phase.Draw(end.Outcome == PhaseOutcome.Reached);
        if (end.Outcome != PhaseOutcome.Reached && phase.Tab is { } shown) await journey.Screens.DrawnAsync(shown);
        if (end.Detail?.StartsWith("loop:", StringComparison.Ordinal) == true) await StopAsync(phase);
        Record(phase, started, duration, end, screenshot);
        if (fault is not null) ExceptionDispatchInfo.Throw(fault);
    }

    private async Task<PhaseEnd> WalkAsync(JourneyPhase phase, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(journey.Scenario.Budgets.Phase, journey.Time);
        using var budget = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            return await phase.WalkAsync(budget.Token);
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            if (!await journey.BrowserAnswersAsync()) throw new ProberFaultException("the browser or its driver died, or does not answer any more");
            GiveUp(phase);
            return new PhaseEnd(PhaseOutcome.TimedOut, $"not done within {journey.Scenario.Budgets.Phase.TotalSeconds:0.#} s: {Waiting(phase)}");
        }
        catch (NavigationLoopException loop)
        {
            phase.ObserveAsIs(TabState.Undecided);
            return PhaseEnd.NotReached($"loop: {loop.Message}");
        }
        catch (Exception exception) when (exception is PlaywrightException or TimeoutException)
        {
            if (!journey.BrowserIsAlive || phase.Tab is { IsClosed: true })
                throw new ProberFaultException($"the browser or its driver died: {FirstLine(exception)}", exception);
            return PhaseEnd.NotReached($"{Waiting(phase)}; an action on it was not possible: {FirstLine(exception)}");
        }
    }

    /// <summary>What the tab still waits for is the answer to why the time is over.</summary>
    private void GiveUp(JourneyPhase phase)
    {
        if (phase.Tab is not { } page) return;
        foreach (var window in journey.Windows.Where(window => window.Context == page.Context)) window.Traffic.GiveUp(page, journey.Scenario.Budgets.Action);
    }

    /// <summary>A tab that runs in circles would go on for as long as it is open.</summary>
    private async Task StopAsync(JourneyPhase phase)
    {
        if (phase.Tab is not { } page) return;
        using var closing = new CancellationTokenSource(Closing, journey.Time);
        try
        {
            await page.GotoAsync("about:blank").BoundedBy(closing.Token);
        }
        catch (Exception exception) when (exception is PlaywrightException or TimeoutException or OperationCanceledException)
        {
            // It is closed with its window.
        }
    }

    /// <summary>A page that could not be drawn has no picture to point at.</summary>
    private async Task SettleScreensAsync()
    {
        await journey.Screens.DrawnAsync();
        for (var index = 0; index < journey.Phases.Count; index++)
            if (journey.Phases[index].Screenshot is { } path && !journey.Screens.Screens.ContainsKey(path))
                journey.Phases[index] = journey.Phases[index] with { Screenshot = null };
    }

    private void Record(JourneyPhase phase, DateTimeOffset started, TimeSpan duration, PhaseEnd end, string? screenshot)
    {
        var record = new PhaseRecord
        {
            Name = phase.Name,
            Application = phase.Application,
            StartedAt = started,
            Duration = duration,
            Outcome = end.Outcome,
            Detail = end.Detail,
            Screenshot = screenshot,
            Steps = phase.Steps,
        };
        journey.Phases.Add(record);
        journey.Options.Progress?.PhaseEnded(record);
    }

    private static string Reason(Exception exception) => exception is ProberFaultException ? exception.Message : "the run was ended from outside";

    private static string Waiting(JourneyPhase phase) => phase.Watch switch
    {
        { Last: { } reading } watch => PageWords.Of(reading, watch),
        { Address: { } address } => $"{PageWords.Path(address)} did not answer",
        _ => "nothing had been shown",
    };

    private static string FirstLine(Exception exception) => exception.Message.Split('\n')[0];
}

using Prober.Evidence.Session;

namespace Prober.Browser.Journey;

/// <summary>
/// Logs in at one application in two tabs at once: both come to the login page before either goes on, and the one opened last
/// finishes first. Who keeps one state for all tabs has lost the first tab's by then. The password is typed again only after the
/// provider has taken it.
/// </summary>
internal sealed class ParallelTabsWalk(JourneyState journey, string application) : JourneyPhase(journey, PhaseName.ParallelTabs, application)
{
    private readonly LoginWalk _openedFirst = new(journey, application, PhaseName.ParallelTabs) { EndsAs = TabLook.FinishedLast };
    private readonly LoginWalk _openedLast = new(journey, application, PhaseName.ParallelTabs) { EndsAs = TabLook.FinishedFirst };

    public override IReadOnlyList<string> Steps =>
        [.. _openedFirst.Steps.Select(step => $"first tab: {step}"), .. _openedLast.Steps.Select(step => $"second tab: {step}")];

    public override string? ReasonToSkip() => null;

    public override async Task<PhaseEnd> WalkAsync(CancellationToken cancellationToken)
    {
        if (await OpenAsync(_openedFirst, cancellationToken) is { } early) return NoPrompt("first", early);
        if (await OpenAsync(_openedLast, cancellationToken) is { } soon) return NoPrompt("second", soon);
        var end = await FinishAsync(_openedLast, cancellationToken);
        if (end.Outcome != PhaseOutcome.Reached) return end with { Detail = $"the second tab, which finished first: {end.Detail}" };
        end = await FinishAsync(_openedFirst, cancellationToken);
        return end.Outcome == PhaseOutcome.Reached ? end : end with { Detail = $"the first tab, which finished last: {end.Detail}" };
    }

    private async Task<PhaseEnd?> OpenAsync(LoginWalk tab, CancellationToken cancellationToken)
    {
        try
        {
            await tab.BeginAsync(cancellationToken);
            return await tab.GoOnAsync(reading => reading.State == TabState.Prompted, cancellationToken);
        }
        finally
        {
            Follow(tab);
        }
    }

    private async Task<PhaseEnd> FinishAsync(LoginWalk tab, CancellationToken cancellationToken)
    {
        try
        {
            return (await tab.GoOnAsync(until: null, cancellationToken))!;
        }
        finally
        {
            Follow(tab);
        }
    }

    private static PhaseEnd NoPrompt(string tab, PhaseEnd end) => end.Outcome == PhaseOutcome.Reached
        ? PhaseEnd.NotReached($"the {tab} tab was signed in without a login page, so two logins could not be under way at once")
        : end with { Detail = $"the {tab} tab: {end.Detail}" };
}

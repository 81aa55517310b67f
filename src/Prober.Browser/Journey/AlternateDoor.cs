using Microsoft.Playwright;
using Prober.Browser.Pages;
using Prober.Evidence.Session;
using Prober.Scenarios;

namespace Prober.Browser.Journey;

/// <summary>
/// The one try at another door, in a window of its own whose traffic is not part of the journey's. It is made only after the first door
/// refused the credentials or its login page did not work, and never after a lockout or a challenge: a second wrong try may lock the account.
/// </summary>
internal static class AlternateDoor
{
    private const string Name = "alternate";

    /// <summary>What came of it; null when the scenario names none or none is due.</summary>
    /// <exception cref="ProberFaultException">Driver or browser died.</exception>
    public static async Task<AlternateLogin?> TryAsync(JourneyState journey, CancellationToken cancellationToken)
    {
        if (journey.Scenario.Alternate is not { } door || !IsDue(journey)) return null;
        var other = journey.Apart(Scenario(journey.Scenario, door));
        var started = journey.Time.GetUtcNow();
        var clock = journey.Time.GetTimestamp();
        try
        {
            var end = await WalkAsync(other, cancellationToken);
            return Read(door, other, end) with { At = started, Duration = journey.Time.GetElapsedTime(clock) };
        }
        finally
        {
            journey.TypedCodes.AddRange(other.TypedCodes);
            await Task.WhenAll(other.Windows.Select(window => window.CloseAsync(journey.Options.EvidenceGrace)));
        }
    }

    /// <summary>The login ended at a page that is not the application's: one that took the password, or one whose form never came.</summary>
    private static bool IsDue(JourneyState journey)
    {
        if (journey.Phases.Find(phase => phase.Name == PhaseName.Login) is not { Outcome: PhaseOutcome.NotReached } login) return false;
        return journey.Tabs.LastOrDefault(tab => tab.Phase == PhaseName.Login) is { } last
            && (last is { Look: TabLook.AfterCredentials, State: TabState.Prompted or TabState.Error or TabState.Undecided } || IsWithoutForm(last))
            && Uri.TryCreate(last.Url, UriKind.Absolute, out var shown)
            && !shown.Authority.Equals(journey.Application(login.Application).Url.Authority, StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsWithoutForm(TabObservation last) => last is { Look: TabLook.Prompt, State: TabState.Undecided, DocumentStatus: null or 200 };

    private static bool IsUnusable(TabObservation last) => IsWithoutForm(last) || last is { Look: TabLook.AfterCredentials, State: TabState.Prompted, Errors.Count: 0 };

    private static Scenario Scenario(Scenario scenario, AlternateSettings door) => scenario with
    {
        Applications = new Dictionary<string, ApplicationSettings>
        {
            [Name] = new() { Url = door.Url, SignedIn = door.SignedIn, LoginControl = door.LoginControl, ClientId = door.ClientId },
        },
        Journey = [new LoginPhase(Name)],
        Steps = [],
        Alternate = null,
    };

    private static async Task<PhaseEnd> WalkAsync(JourneyState other, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(other.Scenario.Budgets.Phase, other.Time);
        using var budget = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            await other.OpenWindowAsync(Name, null, budget.Token);
            return await new LoginWalk(other, Name).WalkAsync(budget.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new(PhaseOutcome.TimedOut, $"not done within {other.Scenario.Budgets.Phase.TotalSeconds:0.#} s");
        }
        catch (Exception exception) when (exception is PlaywrightException or TimeoutException or NavigationLoopException && other.BrowserIsAlive)
        {
            return PhaseEnd.NotReached(exception.Message.Split('\n')[0]);
        }
    }

    private static AlternateLogin Read(AlternateSettings door, JourneyState other, PhaseEnd end)
    {
        var last = other.Tabs.LastOrDefault();
        return new()
        {
            Door = door.ClientId is { } client ? $"client {client}" : door.Url.AbsoluteUri,
            At = default,
            Outcome = end.Outcome switch
            {
                PhaseOutcome.Reached => AlternateOutcome.SignedIn,
                PhaseOutcome.Blocked when last?.State is TabState.Interstitial => AlternateOutcome.ExtraStep,
                PhaseOutcome.Blocked => AlternateOutcome.Blocked,
                _ when last is { Look: TabLook.AfterCredentials, State: TabState.Interstitial } => AlternateOutcome.ExtraStep,
                _ when last is { Look: TabLook.AfterCredentials, State: TabState.Prompted, Errors.Count: > 0 } => AlternateOutcome.Refused,
                _ when last is not null && IsUnusable(last) => AlternateOutcome.Unusable,
                _ => AlternateOutcome.Undecided,
            },
            Url = last?.Url,
            Errors = last?.Errors ?? [],
            Detail = end.Detail,
        };
    }
}

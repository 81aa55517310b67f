using Microsoft.Playwright;
using Prober.Browser.LoginPages;
using Prober.Browser.Pages;
using Prober.Browser.Sessions;
using Prober.Evidence.Session;
using Prober.Scenarios;

namespace Prober.Browser.Journey;

/// <summary>
/// Logs in at an application with the probe account. The password is sent once; that somebody is signed in is proven by
/// the application's marker and its session, never by the absence of a form.
/// </summary>
internal sealed class LoginWalk(JourneyState journey, string application, PhaseName name = PhaseName.Login) : JourneyPhase(journey, name, application)
{
    private readonly InterstitialAnswers _answers = new(journey.Scenario.Account.Username.Reveal(), journey.Scenario.Budgets.Action);
    private readonly Submission _submission = new();
    private CookieSnapshot? _before;
    private bool _loginClicked;
    private bool _upstreamClicked;
    private bool _stepsTaken;

    /// <summary>The look under which the end is observed; null for a login of its own, which has looks for each step.</summary>
    public TabLook? EndsAs { get; init; }

    public override string? ReasonToSkip() => null;

    public override async Task<PhaseEnd> WalkAsync(CancellationToken cancellationToken)
    {
        await BeginAsync(cancellationToken);
        return (await GoOnAsync(until: null, cancellationToken))!;
    }

    /// <summary>Opens the application in a tab of its own.</summary>
    public async Task BeginAsync(CancellationToken cancellationToken)
    {
        var page = await Journey.Main.Context.NewPageAsync().BoundedBy(cancellationToken);
        Journey.Keep(Application, page);
        WatchOn(page);
        Looking = TabLook.Prompt;
        await OpenAsync(page, cancellationToken);
    }

    /// <summary>Does what the pages ask for, to the end, or to a reading at which the caller wants to stop.</summary>
    /// <returns>The end of the login; null when it was stopped.</returns>
    public async Task<PhaseEnd?> GoOnAsync(Func<PageReading, bool>? until, CancellationToken cancellationToken)
    {
        while (true)
        {
            var reading = await Watch!.NextAsync(Enough, cancellationToken);
            if (until?.Invoke(reading) == true) return null;
            if (await StepAsync(Tab!, Watch, reading, cancellationToken) is { } end) return end;
        }
    }

    private async Task OpenAsync(IPage page, CancellationToken cancellationToken)
    {
        try
        {
            // The phase's budget ends this, not Playwright's own.
            await page.GotoAsync(Settings.Url.AbsoluteUri, new() { WaitUntil = WaitUntilState.Commit, Timeout = 0 }).BoundedBy(cancellationToken);
        }
        catch (PlaywrightException exception) when (exception.Message.Contains("net::", StringComparison.Ordinal))
        {
            // The browser's error page is looked at like any other.
        }

        Did($"opened {Shown(Settings.Url)}");
    }

    private TimeSpan? Enough(PageReading reading)
    {
        if (!_submission.IsAnsweredBy(reading)) return null;
        return reading.State == TabState.Prompted && _submission.WasRefused(reading) ? Dwell.Refusal : Dwell.BeforeCredentials(reading);
    }

    /// <summary>Does what the page asks for.</summary>
    /// <returns>The end of the phase, or null to look on.</returns>
    private async Task<PhaseEnd?> StepAsync(IPage page, TabWatch watch, PageReading reading, CancellationToken cancellationToken)
    {
        if (!_submission.IsAnsweredBy(reading)) return Fail(watch, reading, $"nothing changed after {_submission.Deed}");
        switch (reading.State)
        {
            case TabState.SignedIn:
                return await ArriveAsync(watch, reading, cancellationToken);
            case TabState.Prompted when !_upstreamClicked && PageAction.ForUpstream(page, Journey.Scenario.Provider.Upstream, reading) is { } way:
                _upstreamClicked = true;
                await way.ClickAsync(Journey.Scenario.Budgets.Action, cancellationToken);
                _submission.Clicked(reading, way.Words);
                Did($"clicked {way.Words}");
                return null;
            case TabState.Prompted when !_submission.WasRefused(reading):
                return await EnterAsync(page, watch, reading, cancellationToken);
            case TabState.Interstitial:
                return await AnswerAsync(page, watch, reading, cancellationToken);
            case TabState.Anonymous when !_loginClicked && PageAction.ForLogin(page, Settings, reading) is { } control:
                _loginClicked = true;
                await control.ClickAsync(Journey.Scenario.Budgets.Action, cancellationToken);
                _submission.Clicked(reading, control.Words);
                Did($"clicked {control.Words}");
                return null;
            case TabState.Anonymous or TabState.Undecided or TabState.Blank when Journey.Scenario.Steps.Count > 0 && !_stepsTaken:
                return await TakeStepsAsync(page, watch, reading, cancellationToken);
            default:
                return Fail(watch, reading, null);
        }
    }

    private async Task<PhaseEnd> ArriveAsync(TabWatch watch, PageReading reading, CancellationToken cancellationToken)
    {
        var jar = await Journey.Cookies.TakeAsync(Journey.Main, $"after login {Application}", cancellationToken);
        var session = Journey.Sessions.Establish(Application, Settings.Url, _before, jar, reading.Look);
        var credentialsSent = _submission.PasswordSent || _stepsTaken;
        Observe(EndsAs ?? (credentialsSent ? TabLook.AfterCredentials : TabLook.Result), reading, watch, session);
        if (credentialsSent && EndsAs is null) Observe(TabLook.Result, reading, watch, session);
        Journey.SignedIn.Add(Application);
        await AboutUser.AskAsync(Journey, Journey.Main, Application, cancellationToken);
        Did($"signed in: {Markers.Describe(Settings.SignedIn)} is visible");
        return PhaseEnd.Reached;
    }

    private async Task<PhaseEnd?> EnterAsync(IPage page, TabWatch watch, PageReading reading, CancellationToken cancellationToken)
    {
        if (_before is null)
        {
            Observe(TabLook.Prompt, reading, watch, applicationSession: null);
            Looking = EndsAs ?? TabLook.AfterCredentials;
            _before = await Journey.Cookies.TakeAsync(Journey.Main, $"before credentials {Application}", cancellationToken);
        }

        if (Journey.Scenario.Steps.Count > 0) return await TakeStepsAsync(page, watch, reading, cancellationToken);
        if (!reading.Form.AsksForSomething)
            return Fail(watch, reading, "the page offers only buttons of other providers, and no field to type into");
        if (reading.Form is { OneTimeCode: not null, Password: null } && Journey.Scenario.Account.Totp is null)
            return Block(watch, reading, "a second factor was asked for, and the account has no totp seed");
        await SendAsync(new CredentialEntry(reading.Frame ?? page.MainFrame, Journey.Scenario.Budgets.Action), reading, cancellationToken);
        return null;
    }

    private async Task SendAsync(CredentialEntry entry, PageReading reading, CancellationToken cancellationToken)
    {
        var form = reading.Form;
        if (form is { OneTimeCode: { } code, Password: null } && Journey.Scenario.Account.Totp is { } seed)
        {
            var typed = await OneTimeCode.ComputeAsync(seed, Journey.Time, cancellationToken);
            Journey.TypedCodes.Add(typed);
            await entry.FillAsync(code, typed, cancellationToken);
            Did("filled the one-time code");
        }

        if (form.Identifier is { } identifier && !(identifier.Filled && _submission.IdentifierSent))
        {
            await entry.FillAsync(identifier, Journey.Scenario.Account.Username.Reveal(), cancellationToken);
            Did("filled the user name");
        }

        if (form.Password is { } password)
        {
            if (Name == PhaseName.Login && Journey.Scenario.Journey.Any(step => step is SecondTabPhase)) Journey.Reserve.Begin(cancellationToken);
            await entry.FillAsync(password, Journey.Scenario.Account.Password.Reveal(), cancellationToken);
            Did("filled the password");
        }

        _submission.Sent(reading, Journey.Time.GetUtcNow());
        Did(await entry.SubmitAsync(form, cancellationToken));
    }

    private async Task<PhaseEnd?> AnswerAsync(IPage page, TabWatch watch, PageReading reading, CancellationToken cancellationToken)
    {
        var question = reading.Interstitial!;
        Notice($"{question.Id}: {question.Quote(reading.Look)}");
        if (await _answers.TryAnswerAsync(page, reading, cancellationToken) is not { } pressed)
        {
            return Fail(watch, reading, question.IsAnswerable
                ? $"the page \"{question.Id}\" came again after it was answered"
                : $"the page \"{question.Id}\" is not answered: {question.Why}");
        }

        _submission.Clicked(reading, $"\"{pressed}\"");
        Did($"answered {question.Id}: pressed \"{pressed}\"");
        return null;
    }

    private async Task<PhaseEnd?> TakeStepsAsync(IPage page, TabWatch watch, PageReading reading, CancellationToken cancellationToken)
    {
        if (_stepsTaken) return Fail(watch, reading, "the login page is still there after the scenario's steps");
        _stepsTaken = true;
        _submission.Sent(reading, Journey.Time.GetUtcNow());
        var steps = new ExplicitSteps(page, Journey.Scenario.Budgets.Action, Journey.Time);
        try
        {
            foreach (var step in Journey.Scenario.Steps)
                if (await steps.TakeAsync(step, cancellationToken) is { } done) Did(done);
            return null;
        }
        catch (LoginStepException exception)
        {
            return Fail(watch, watch.Last ?? reading, exception.Message);
        }
    }

    private PhaseEnd Block(TabWatch watch, PageReading reading, string detail)
    {
        Observe(Looking, reading with { State = TabState.Interstitial }, watch, applicationSession: null);
        return PhaseEnd.Blocked(detail);
    }

    private PhaseEnd Fail(TabWatch watch, PageReading reading, string? detail)
    {
        var refused = RefusedRequests.Since(Journey.Main.Traffic, _submission.At, Journey.Scenario.Account.Password);
        Observe(Looking, reading, watch, applicationSession: null);
        var words = string.Join("; ", new[] { detail ?? PageWords.Of(reading, watch) }.Concat(refused));
        return reading.State == TabState.Challenge || reading.Locked ? PhaseEnd.Blocked(words) : PhaseEnd.NotReached(words);
    }
}

using Prober.Browser.LoginPages;
using Prober.Evidence.Session;
using Prober.Scenarios;

namespace Prober.Browser.Pages;

/// <summary>Reads a look for one application of a scenario. Pure: the same look gives the same reading.</summary>
internal sealed class PageClassifier
{
    private const int BlankText = 20;

    private readonly ProviderPage _provider;
    private readonly string _username;
    private readonly HashSet<string> _origins;
    private readonly string _phase;

    public PageClassifier(Scenario scenario, ApplicationSettings application, string phase)
    {
        _provider = ProviderPage.Of(scenario.Provider.Kind);
        _username = scenario.Account.Username.Reveal();
        _phase = phase;
        _origins = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { OriginOf(application.Url) };
        if (application.ProtectedUrl is { } page) _origins.Add(OriginOf(page));
        foreach (var callback in application.CallbackUrls)
            if (Uri.TryCreate(callback, UriKind.Absolute, out var uri)) _origins.Add(OriginOf(uri));
    }

    public ProviderPage Provider => _provider;

    /// <summary>True for a page of the application itself.</summary>
    public bool IsApplication(PageLook look) => look.Uri is { } uri && _origins.Contains(OriginOf(uri));

    public PageReading Read(PageLook look)
    {
        var form = LoginFormFinder.Find(look, _provider);
        var errors = ErrorsOf(look);
        var interstitial = InterstitialOn(look, form);
        return new PageReading(look, StateOf(look, form, interstitial, errors))
        {
            Form = form,
            Interstitial = interstitial,
            Controls = ControlsOf(look, form, interstitial),
            Errors = errors,
            Locked = PageSignals.Locked.IsMatch(look.Text),
            SaysSignedOut = PageSignals.SignedOut.IsMatch(look.Text),
            Busy = IsBusy(look),
        };
    }

    /// <summary>What lies over a form comes first; the application's own pages ask nothing else that is met here.</summary>
    private Interstitial? InterstitialOn(PageLook look, LoginForm form)
    {
        if (!form.AsksForSomething && look.Fields.Any(field => field.Covered)) return Interstitial.On(look, "cover", _username);
        return IsApplication(look) ? null : Interstitial.On(look, _phase, _username);
    }

    private TabState StateOf(PageLook look, LoginForm form, Interstitial? interstitial, IReadOnlyList<string> errors)
    {
        if (look.IsBrowserError) return TabState.Unreachable;
        if (look.Url.StartsWith("about:", StringComparison.Ordinal)) return TabState.Undecided;
        if (IsApplication(look) && look.Shows(Markers.SignedIn) && (!look.Shows(Markers.Login) || look.Shows(Markers.Logout))) return TabState.SignedIn;
        if (IsChallenge(look)) return TabState.Challenge;
        if (interstitial is not null && (!interstitial.IsAnswerable || !form.AsksForSomething)) return TabState.Interstitial;
        if (IsPrompt(look, form)) return TabState.Prompted;
        if (IsBusy(look)) return TabState.Undecided;
        if (IsError(look, errors)) return TabState.Error;
        if (look.TextLength < BlankText && look.Controls.Count == 0) return look.Ready == "complete" ? TabState.Blank : TabState.Undecided;
        return TabState.Anonymous;
    }

    /// <summary>An application's own page may hold a search box or a newsletter form, which ask for no login.</summary>
    private bool IsPrompt(PageLook look, LoginForm form)
    {
        if (!form.AsksForSomething) return form.ProviderButtons.Count > 0 && !IsApplication(look);
        return !IsApplication(look) || form.Password is not null
            || (form.Submit is not null && PageSignals.Submit.IsMatch(form.Submit.Text));
    }

    private static bool IsChallenge(PageLook look) => look.Captcha || (look.TextLength < 600 && PageSignals.Challenge.IsMatch(look.Text));

    private static bool IsBusy(PageLook look) =>
        look.SilentFrames > 0 || look.Refreshes || (look.TextLength < 200 && PageSignals.Busy.IsMatch(look.Text) && look.Status < 400);

    private bool IsError(PageLook look, IReadOnlyList<string> errors) =>
        look.Status >= 400
        || (errors.Count > 0 && !IsApplication(look))
        || (!look.Shows(Markers.Login) && errors.Any(words => PageSignals.Error.IsMatch(words) || PageSignals.Complaint.IsMatch(words)))
        || look.Headings.Append(look.Title).Any(words => PageSignals.Error.IsMatch(words));

    private static List<string> ErrorsOf(PageLook look)
    {
        var errors = look.Errors.ToList();
        if (errors.Count == 0) errors.AddRange(look.Headings.Where(heading => PageSignals.Error.IsMatch(heading)));
        if (errors.Count == 0 && (look.Status >= 400 || look.IsBrowserError) && look.Text.Length > 0)
            errors.Add(look.Text.Length > 300 ? look.Text[..300] : look.Text);
        return errors;
    }

    private static List<string> ControlsOf(PageLook look, LoginForm form, Interstitial? interstitial)
    {
        List<string> controls = [];
        if (form.Identifier is not null) controls.Add("identifier");
        if (form.Password is not null) controls.Add("password");
        if (form.OneTimeCode is not null) controls.Add("one-time-code");
        if (form.ProviderButtons.Count > 0) controls.Add("provider-button");
        if (interstitial?.Id == "account-picker") controls.Add("account-tile");
        if (look.Captcha) controls.Add("captcha");
        if (interstitial?.Id == "consent") controls.Add("consent");
        return controls;
    }

    private static string OriginOf(Uri uri) => uri.GetLeftPart(UriPartial.Authority);
}

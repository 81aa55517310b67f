using Prober.Checklist.Checks.Logout;
using Prober.Checklist.Facts.Witnesses;
using Prober.Evidence.Session;

namespace Prober.Checklist.Checks.Extra;

/// <summary>After the logout of one application, are the others out too, and did they get the provider's message?</summary>
public sealed class SingleLogout : Check
{
    public override CheckInfo Info { get; } = new(
        "extra-single-logout", Stage.Extra, CheckClass.Root,
        "Did the logout of one application end the others too?",
        "An application that never hears of the logout stays open on a shared machine; the provider's message to it fails where nobody looks.",
        "Register a back-channel logout address for every application and let it answer 200, or make their sessions short.")
    {
        DependsOn = ["logout-session-ended", "logout-redirect-allowed"],
        Owner = FaultOwner.Application,
        AnsweredBy = "a signedOut step that names every application, and the provider's log",
        References = ["OpenID Connect Back-Channel Logout 1.0 section 2.8", "OpenID Connect Front-Channel Logout 1.0"],
        Reasons = new Dictionary<string, string>
        {
            ["all-out"] = "the other applications no longer know the user",
            ["still-in"] = "another application still knows the user",
            ["back-channel-failed"] = "the provider's logout message to an application failed",
            ["only-one"] = "only one application was signed in",
            ["no-logout"] = "nobody logged out",
            ["local"] = "the logout was meant for one application alone",
            ["not-looked"] = "the other applications were not opened after the logout",
        },
    };

    public override Finding Evaluate(EvidenceReader evidence)
    {
        if (evidence.Facts.Logout is null) return Finding.NotApplicable("no-logout", "Nobody logged out.");
        var told = ProviderEvents.Of(evidence)?.All.Where(logged => logged.Topic == "single-logout").ToList() ?? [];
        if (told.Find(logged => logged.Failed) is { } failure) return Failed(failure);
        if (evidence.Facts.Interactive.Where(login => login.Succeeded).Select(login => login.ClientId).Distinct().Count() < 2)
            return Finding.NotApplicable("only-one", "Only one application was signed in.");
        if (evidence.Expectations.ProviderLogout is false)
            return Finding.NotApplicable("local", "The scenario wants the provider's session, and with it the other applications, to live on.");
        var looks = LogoutLooks.Of(evidence);
        if (looks.Others.FirstOrDefault(look => look.Tab.State == TabState.SignedIn) is { } alive)
            return Finding.Warn("still-in", $"{alive.Tab.Application} still knows the user after the logout of {looks.Application}.", alive.Pointer);
        if (looks.Others.Count == 0) return Finding.Inconclusive("not-looked", "The other applications were not opened after the logout.");
        var witnessed = told.Exists(logged => logged.Result is LogResult.Success) ? "; the provider's log says that they were told" : "";
        return looks.Others.All(look => look.Tab.State is TabState.Prompted or TabState.Anonymous)
            ? Finding.Pass("all-out", $"After the logout of {looks.Application} the other applications no longer knew the user{witnessed}.", looks.Others[0].Pointer)
            : Finding.Inconclusive("not-looked", "What the other applications showed after the logout tells nothing.");
    }

    private static Finding Failed(LoggedEvent failure)
    {
        var who = failure.Event.ClientId is { } client ? $" to {client}" : "";
        return Finding.Fail("back-channel-failed", $"The provider's logout message{who} failed: {failure.Words}.", failure.Pointer)
            with
        { Remedy = "See why the application's back-channel logout address did not answer 200: not reachable from the provider, signature or audience refused, or a guard in front of it." };
    }
}

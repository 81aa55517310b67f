using Prober.Checklist.Facts;
using Prober.Checklist.Facts.Endpoints;
using Prober.Evidence.Session;

namespace Prober.Checklist.Checks.Sso;

/// <summary>The heading of the stage: does the second application let the user in without asking?</summary>
public sealed class SecondApplicationLogin : SecondLoginCheck
{
    private static readonly string[] Causes = ["sso-same-browser", "sso-within-session-lifetime", "sso-prompt-param"];

    public override CheckInfo Info { get; } = new(
        "sso-second-app-login",
        Stage.Sso,
        CheckClass.Outcome,
        Question: "Does the second application sign the user in without asking again?",
        Why: "Asking again at every application is what single sign-on is there to spare people.",
        Remedy: "Look whether both applications use the same provider host, what the second one's request asks for, and the provider's session limits.")
    {
        DependsOn = ["session-cookie-established"],
        Reads = Causes,
        References = ["OpenID Connect Core 1.0 section 3.1.2.3"],
        AnsweredBy = "a live run with an sso step, or a recording of both logins",
        Reasons = Reasons(
            ("signed-in", "It signed the user in without a prompt."),
            ("prompted", "It asked for credentials."),
            ("error", "It ended in an error."),
            ("consent", "It asked for consent."),
            ("account-picker", "It asked which account to use."),
            ("prompt-resolved-itself", "A prompt came up, but nobody had to answer it."),
            ("silent-refused", "A silent attempt was refused, and no other followed."),
            ("anonymous", "It showed a page that needs no login and asked the provider nothing."),
            ("challenge", "A bot wall came up."),
            ("unfinished", "The evidence ends before the outcome.")),
    };

    private protected override Finding? Outcome(SecondLogin? login, EvidenceReader evidence)
    {
        if (!evidence.HasTabs)
            return login is null ? SilentlyRefused(evidence.Facts) : null;
        var found = evidence.Tabs.Select((tab, index) => (tab, index)).LastOrDefault(pair => pair.tab.Phase is PhaseName.Sso && pair.tab.Look is TabLook.Result);
        return found.tab is { } tab ? OfTab(tab, EvidencePointer.Tab(found.index, "state", $"{tab.State} {tab.Url}".TrimEnd()), login, evidence) : null;
    }

    private protected override Finding Judge(SecondLogin login, EvidenceReader evidence)
    {
        if (login.Second.Error is { } error)
            return Finding.Fail("error",
                $"{Capital(login.SecondName)} got the error '{error}' instead of a login.{Cause(evidence)}", Callback(login, error));
        if (login.Second.WasPrompted)
            return Finding.Fail("prompted",
                $"{Capital(login.SecondName)} asked for credentials although the user was logged in at {login.FirstName}.{Cause(evidence)}",
                login.Prompt(evidence.Facts));
        if (!login.Second.Succeeded)
            return Finding.Inconclusive("unfinished", "The evidence ends before the second application's login.");
        return AskedConsent(login, evidence) ?? Finding.Pass("signed-in",
            $"{Capital(login.SecondName)} signed the user in without a prompt.", Callback(login, "callback without a prompt"));
    }

    private static Finding OfTab(TabObservation tab, EvidencePointer proof, SecondLogin? login, EvidenceReader evidence) => tab.State switch
    {
        TabState.SignedIn when tab.PromptedOnTheWay && login?.Second.CredentialPost is null =>
            Finding.Warn("prompt-resolved-itself", $"{Capital(tab.Application)} signed the user in, but a prompt came up on the way.", proof),
        TabState.SignedIn when !tab.PromptedOnTheWay && login?.Second.CredentialPost is null =>
            (login is null ? null : AskedConsent(login, evidence)) ?? Finding.Pass("signed-in",
                $"{Capital(tab.Application)} signed the user in without a prompt.", proof),
        TabState.SignedIn or TabState.Prompted =>
            Finding.Fail("prompted",
                $"{Capital(tab.Application)} asked for credentials although the user was already logged in.{Cause(evidence)}", proof),
        TabState.Interstitial when tab.Controls.Contains("account-tile") => Finding.Warn("account-picker",
            $"{Capital(tab.Application)} asked which account to use.", proof),
        TabState.Interstitial => Finding.Warn("consent", $"{Capital(tab.Application)} asked a question before it let the user in.", proof),
        TabState.Challenge => Finding.Inconclusive("challenge", $"A bot wall came up at {tab.Application}.", proof),
        TabState.Error or TabState.Unreachable or TabState.Blank =>
            Finding.Fail("error", $"{Capital(tab.Application)} showed {Shown(tab)} instead of a page for a signed-in user.{Cause(evidence)}", proof),
        TabState.Anonymous => Finding.Inconclusive("anonymous",
            $"{Capital(tab.Application)} showed a page for anybody, so no login was tried.", proof),
        _ => Finding.Inconclusive("unfinished", $"Within the time given {tab.Application} showed neither a prompt nor a signed-in page.", proof),
    };

    /// <summary>A silent attempt for another client that was answered with a refusal, and no visible attempt after it.</summary>
    private static Finding? SilentlyRefused(EvidenceFacts facts)
    {
        var first = facts.Interactive.FirstOrDefault(transaction => transaction.Succeeded);
        var refused = facts.Transactions.LastOrDefault(transaction => transaction is { IsSilent: true, IsUpstream: false, Error: not null, Callback: not null } &&
            first is not null && transaction.ClientId != first.ClientId && transaction.Index > first.Index);
        return refused is null
            ? null
            : Finding.Warn("silent-refused",
                $"A silent login of {refused.Application ?? "a second application"} was answered with {refused.Error}, and no visible one followed.",
                EvidencePointer.Har(refused.Callback!.Index, "callback.error", refused.Error));
    }

    private static Finding? AskedConsent(SecondLogin login, EvidenceReader evidence) =>
        login.Second.Chain.FirstOrDefault(link => evidence.Facts.RoleOf(link) is EndpointRole.Consent && link.Response.Status == 200) is { } page
            ? Finding.Warn("consent",
                $"{Capital(login.SecondName)} asked for consent before it let the user in.",
                EvidencePointer.Har(page.Index, "request.url", page.Request.Uri?.AbsolutePath))
            : null;

    /// <summary>The first check below that explains the outcome, quoted.</summary>
    private static string Cause(EvidenceReader evidence) =>
        Causes.Select(evidence.FindingOf).FirstOrDefault(finding => finding.Verdict is Verdict.Fail) is { } cause ? $" {cause.Summary}" : "";

    private static EvidencePointer Callback(SecondLogin login, string value) =>
        EvidencePointer.Har((login.Second.Callback ?? login.Second.Authorization).Index, "request.query", value);

    private static string Shown(TabObservation tab) => tab.Errors is [var error, ..] ? $"'{error}'" : tab.State is TabState.Blank ? "an empty page" : "an error";

    private static string Capital(string name) => name.Length == 0 ? name : $"{char.ToUpperInvariant(name[0])}{name[1..]}";
}

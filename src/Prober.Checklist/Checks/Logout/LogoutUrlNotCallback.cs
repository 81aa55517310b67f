using Prober.Checklist.Facts.Endpoints;
using Prober.Checklist.Facts.Errors;
using Prober.Checklist.Facts.Logouts;

namespace Prober.Checklist.Checks.Logout;

/// <summary>The landing after logout must not be the address that handles login answers.</summary>
public sealed class LogoutUrlNotCallback : LogoutCheck
{
    public override CheckInfo Info { get; } = new(
        "logout-url-not-callback",
        Stage.Logout,
        CheckClass.Root,
        Question: "Is the landing after logout another page than the login callback?",
        Why: "A callback that is opened without code and state fails, or starts the next login at once.",
        Remedy: "Use a page of its own for the landing after logout, such as /signed-out, and register it.")
    {
        DependsOn = ["logout-redirect-allowed"],
        Owner = FaultOwner.Application,
        References = ["https://auth0.com/docs/troubleshoot/basic-issues/check-login-and-logout-issues", "RFC 6749 section 3.1.2"],
        AnsweredBy = "a recording that goes on until the browser has landed after logout",
        Reasons = Reasons(
            ("different", "The landing is another page."),
            ("callback-fails", "The landing is the callback, and it answered with an error."),
            ("callback-restarts", "The landing is the callback, and it started a login."),
            ("same-but-harmless", "The landing is the callback, and nothing came of it."),
            ("callbacks-unknown", "No callback address is known."),
            ("ends-early", "The evidence ends before the browser landed.")),
    };

    private protected override Finding Judge(LogoutFlow flow, EvidenceReader evidence)
    {
        if (flow.Landing is not { } landing)
            return Finding.Inconclusive("ends-early", "The evidence ends before the browser had landed.");
        var callbacks = evidence.Facts.Interactive.Select(transaction => transaction.RedirectUri)
            .Concat(evidence.Expectations.Applications.SelectMany(application => application.CallbackUrls)).OfType<string>().Distinct().ToList();
        if (callbacks.Count == 0)
            return Finding.Inconclusive("callbacks-unknown", "No callback address is known.");
        var address = landing.Request.Url.Split('?', '#')[0];
        var proof = EvidencePointer.Har(landing.Index, "request.url", address);
        if (!callbacks.Any(callback => RedirectUris.SameEndpoint(callback, landing.Request.Url)))
            return Finding.Pass("different", $"The landing {address} is no login callback.", proof);
        if (landing.Response.Status >= 400 || Error(landing.Index, evidence) is not null)
            return Finding.Fail("callback-fails",
                $"The logout returns to the login callback {address}, which answered with {landing.Response.Status}.",
                proof, EvidencePointer.Har(landing.Index, "response.status", $"{landing.Response.Status}"));
        return flow.StartedByLanding.FirstOrDefault(transaction => !transaction.IsSilent) is { } restart
            ? Finding.Fail("callback-restarts",
                $"The logout returns to the login callback {address}, which started the next login at once.",
                proof, EvidencePointer.Har(restart.Authorization.Index, "request.url", "authorization request"))
            : Finding.Warn("same-but-harmless", $"The logout returns to the login callback {address}; nothing came of it here.", proof);
    }

    private static ReturnedError? Error(int entry, EvidenceReader evidence) =>
        evidence.Facts.Errors.FirstOrDefault(error => error.Entry.Index == entry && !error.IsSilentSignal);
}

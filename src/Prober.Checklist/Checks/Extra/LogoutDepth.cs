using Prober.Checklist.Checks.Logout;
using Prober.Checklist.Facts.Endpoints;
using Prober.Checklist.Facts.Logins;
using Prober.Evidence.Session;

namespace Prober.Checklist.Checks.Extra;

/// <summary>Three layers hold a session: application, provider, upstream provider. Says which of them a logout left standing.</summary>
public sealed class LogoutDepth : Check
{
    public override CheckInfo Info { get; } = new(
        "extra-logout-depth", Stage.Extra, CheckClass.Mirror,
        "How deep did the logout go: application, provider, upstream provider?",
        "\"I log out and am logged in again without a password\" has three different causes, one a layer.",
        "End the layer that is named: the application's own session, the provider's by its logout endpoint, the upstream's by federated logout.")
    {
        Owner = FaultOwner.Application,
        AnsweredBy = "a live run with a signedOut step, or a recording in which the application is opened again after logout",
        References = ["OpenID Connect RP-Initiated Logout 1.0 section 2"],
        Reasons = new Dictionary<string, string>
        {
            ["all-ended"] = "every layer that was seen has ended",
            ["application-survived"] = "the application's own session survived",
            ["provider-survived"] = "the provider's session survived",
            ["upstream-survived"] = "the upstream provider's session survived",
            ["as-expected"] = "the provider's session survived, as the scenario wants",
            ["no-logout"] = "nobody logged out",
            ["not-seen"] = "nothing was opened after the logout",
        },
    };

    public override Finding Evaluate(EvidenceReader evidence)
    {
        if (evidence.Facts.Logout is not { } flow) return Finding.NotApplicable("no-logout", "Nobody logged out.");
        var looks = LogoutLooks.Of(evidence);
        var login = LoginAfterLogout.Of(flow, evidence);
        var isAgain = login is { Succeeded: true, WasPrompted: false };
        var isByUpstream = login?.Chain.Any(link => evidence.Facts.RoleOf(link) is EndpointRole.UpstreamAuthorization or EndpointRole.Upstream) == true;
        if (!isAgain && looks.Own.FirstOrDefault(look => look.Tab.State == TabState.SignedIn) is { } alive)
            return Finding.Warn("application-survived", $"{alive.Tab.Application}'s own session survived: it let the user in without asking the provider.", alive.Pointer);
        if (isAgain) return Survived(login!, isByUpstream, evidence);
        if (login is { WasPrompted: true } or { Error: "login_required" })
            return Finding.Pass("all-ended", isByUpstream
                ? "Application, provider and upstream provider have ended: the upstream provider asked again."
                : "Application and provider have ended: the provider asked again.", Pointer(login));
        return looks.Own.Count > 0 && looks.Own.All(look => look.Tab.State is TabState.Prompted or TabState.Anonymous)
            ? Finding.Pass("all-ended", "The application's session has ended; nothing tells that the provider's has not.", looks.Own[0].Pointer)
            : Finding.Inconclusive("not-seen", "Nothing tells what the application and the provider knew after the logout.");
    }

    private static Finding Survived(LoginTransaction login, bool isByUpstream, EvidenceReader evidence)
    {
        if (isByUpstream)
            return Finding.Warn("upstream-survived",
                "Application and provider have ended, but the upstream provider's session survived and logged the user in again.", Pointer(login));
        return evidence.Expectations.ProviderLogout is false
            ? Finding.Pass("as-expected", "The application has ended; the provider's session lives on, as the scenario wants.", Pointer(login))
            : Finding.Warn("provider-survived",
                "The application has ended, but the provider's session survived and logged the user in again without a question.", Pointer(login));
    }

    private static EvidencePointer Pointer(LoginTransaction login) =>
        EvidencePointer.Har(login.Authorization.Index, "request.url", "authorization request after the logout");
}

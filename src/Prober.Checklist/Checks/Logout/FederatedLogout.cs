using Prober.Checklist.Facts.Endpoints;
using Prober.Checklist.Facts.Logins;
using Prober.Checklist.Facts.Logouts;
using Prober.Checklist.Facts.Witnesses;
using Prober.Evidence.Har;

namespace Prober.Checklist.Checks.Logout;

/// <summary>Whether the upstream provider's session ended too, where the scenario wants that.</summary>
public sealed class FederatedLogout : LogoutCheck
{
    public override CheckInfo Info { get; } = new(
        "logout-federated",
        Stage.Logout,
        CheckClass.Root,
        Question: "Did the logout reach the upstream provider, as far as that is wanted?",
        Why: "If the upstream session lives on, the next login passes without a question and the logout looks broken.",
        Remedy: "Ask for federated logout (Auth0: append federated to the logout request) and configure the upstream connection's logout. It ends the upstream session everywhere.")
    {
        DependsOn = ["logout-redirect-allowed"],
        Owner = FaultOwner.Configuration,
        References = ["https://auth0.com/docs/authenticate/login/logout/log-users-out-of-idps", "OpenID Connect RP-Initiated Logout 1.0 section 2"],
        AnsweredBy = "the scenario's logout.federated, and a recording of the logout of a federated user",
        Reasons = Reasons(
            ("reached", "The upstream provider's logout was called."),
            ("local-user", "The user comes from no upstream provider."),
            ("not-requested", "Federated logout is wanted and was not asked for."),
            ("not-forwarded", "Federated logout was asked for, and the upstream provider was never called."),
            ("upstream-error", "The upstream provider refused the logout."),
            ("upstream-session-alive", "The next login passed the upstream provider without a question."),
            ("did-not-return", "The upstream provider did not send the browser back."),
            ("unwanted", "Federated logout was asked for, though the scenario does not want it."),
            ("local-as-expected", "The upstream session was left alone, as the scenario wants."),
            ("partly-recorded", "The evidence holds only a part of the logout."),
            ("unspecified", "The scenario does not say whether upstream sessions must end.")),
    };

    private protected override Finding Judge(LogoutFlow flow, EvidenceReader evidence)
    {
        var upstream = flow.Chain.Where(entry => IsUpstream(entry, evidence)).ToList();
        var requested = flow.Parameters.ContainsKey("federated");
        if (upstream.Count == 0 && !requested && !evidence.Facts.Roles.Contains(EndpointRole.UpstreamAuthorization) &&
            !evidence.Facts.Transactions.Any(transaction => transaction.IsUpstream))
            return Finding.NotApplicable("local-user", "The user comes from no upstream provider, so there is nothing else to log out from.");
        return evidence.Expectations.FederatedLogout switch
        {
            true => Wanted(flow, upstream, requested, evidence),
            false when requested || upstream.Count > 0 => Finding.Warn("unwanted",
                "The logout went on to the upstream provider, though the scenario does not want that. Any presence of the parameter counts, even federated=false.",
                Request(flow)),
            false => Finding.Pass("local-as-expected", "The upstream session was left alone, as the scenario wants.", Request(flow)),
            _ => Finding.Inconclusive("unspecified",
                $"The logout {(upstream.Count > 0 ? "went on to" : "did not go on to")} the upstream provider; the scenario does not say what is wanted."),
        };
    }

    private static Finding Wanted(LogoutFlow flow, List<HarEntry> upstream, bool requested, EvidenceReader evidence)
    {
        if (upstream.FirstOrDefault(entry => entry.Response.Status is 0 or >= 400) is { } refused)
        {
            return Finding.Fail("upstream-error",
                $"The upstream provider answered the logout with {refused.Response.Status}.",
                EvidencePointer.Har(refused.Index, "response.status", $"{refused.Response.Status}")) with
            { Fault = FaultOwner.Upstream };
        }

        if (ProviderEvents.Of(evidence)?.All.LastOrDefault(logged => logged is { Failed: true, Topic: "federated-logout" }) is { } logged)
            return Finding.Fail("upstream-error", $"The identity provider's log says {logged.Words}.", logged.Pointer);
        if (SilentUpstream(flow, evidence) is { } silent)
            return Finding.Fail("upstream-session-alive",
                "After logout the upstream provider let the user in again without a question.",
                EvidencePointer.Har(silent.Authorization.Index, "request.url", silent.Authorization.Request.Uri?.Host), Request(flow));
        if (upstream.Count == 0 && !evidence.Bundle.Phases.IsPresent && IsPart(flow))
            return Finding.Inconclusive("partly-recorded", "The recording holds only a part of the logout: whether it came to the upstream provider cannot be seen.", Request(flow));
        if (upstream.Count == 0)
        {
            return requested
                ? Finding.Fail("not-forwarded", "Federated logout was asked for, but the browser never came to the upstream provider.", Request(flow))
                : Finding.Fail("not-requested",
                    "The scenario wants the upstream session ended, but the logout request does not ask for it.",
                    Request(flow)) with
                { Fault = FaultOwner.Application };
        }

        return flow.Landing is { } landing && IsUpstream(landing, evidence)
            ? Finding.Warn("did-not-return",
                "The upstream provider ended its session, but did not send the browser back.",
                EvidencePointer.Har(landing.Index, "request.url", landing.Request.Uri?.Host))
            : Finding.Pass("reached",
                "The logout went on to the upstream provider.", EvidencePointer.Har(upstream[0].Index, "request.url", upstream[0].Request.Uri?.Host));
    }

    /// <summary>A login after the logout that the upstream provider answered without a prompt.</summary>
    private static LoginTransaction? SilentUpstream(LogoutFlow flow, EvidenceReader evidence)
    {
        var since = flow.ProviderRequest?.Index ?? (flow.Chain is [var start, ..] ? start.Index : int.MaxValue);
        return evidence.Facts.Transactions.FirstOrDefault(transaction =>
            transaction is { IsUpstream: true, WasPrompted: false, Callback: not null, Error: null } && transaction.Authorization.Index > since);
    }

    // It ends before the landing, or begins with the way back through the provider, which names no address to return to.
    private static bool IsPart(LogoutFlow flow) =>
        flow.Landing is null || (flow.Chain[0].Index == 0 && flow.Chain[0] == flow.ProviderRequest && flow.RequestedUrl is null);

    private static bool IsUpstream(HarEntry entry, EvidenceReader evidence) =>
        evidence.Facts.RoleOf(entry) is EndpointRole.Upstream or EndpointRole.UpstreamAuthorization ||
        (entry.Request.Uri is { } uri && evidence.Facts.UpstreamHosts.Contains(uri.Authority));

    private static EvidencePointer Request(LogoutFlow flow)
    {
        var entry = flow.ProviderRequest ?? flow.Chain[0];
        return EvidencePointer.Har(entry.Index, "request.url", $"{entry.Request.Uri?.AbsolutePath}{(flow.Parameters.ContainsKey("federated") ? "?federated" : "")}");
    }
}

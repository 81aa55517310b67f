using Prober.Checklist.Facts.Endpoints;
using Prober.Checklist.Facts.Errors;
using Prober.Checklist.Facts.Logouts;
using Prober.Checklist.Facts.Witnesses;
using Prober.Evidence.Har;

namespace Prober.Checklist.Checks.Logout;

/// <summary>Whether the provider sent the browser to the address that the application asked for.</summary>
public sealed class LogoutRedirectAllowed : LogoutCheck
{
    public override CheckInfo Info { get; } = new(
        "logout-redirect-allowed",
        Stage.Logout,
        CheckClass.Root,
        Question: "Did the provider accept the address to return to after logout?",
        Why: "An address that is not on the allow-list leaves people on an error page, often still logged in.",
        Remedy: "Add the address to the application's allowed logout addresses at the provider, exactly as it is sent.")
    {
        Owner = FaultOwner.Configuration,
        References = ["OpenID Connect RP-Initiated Logout 1.0 section 3", "https://auth0.com/docs/authenticate/login/logout/redirect-users-after-logout"],
        AnsweredBy = "a recording that goes on until the browser has landed after logout",
        Reasons = Reasons(
            ("landed", "The browser came to the address asked for."),
            ("provider-not-called", "The application did not call the provider's logout."),
            ("script-logout", "A script called the logout, so no redirect is followed."),
            ("not-allowed", "The provider refused the address."),
            ("wildcard-match", "The address passes by a wildcard only."),
            ("missing-hint", "The provider refused, because neither id_token_hint nor client_id was sent."),
            ("landed-elsewhere", "The provider sent the browser somewhere else."),
            ("no-redirect-requested", "The application asked for no address to return to."),
            ("provider-page", "The provider showed a page of its own."),
            ("confirmation-asked", "The provider asked for a confirmation on the way."),
            ("upstream-page", "The logout ended at the upstream provider."),
            ("provider-error", "The provider failed to answer."),
            ("ends-early", "The evidence ends before the browser landed.")),
    };

    private protected override Finding Judge(LogoutFlow flow, EvidenceReader evidence)
    {
        if (flow.ProviderRequest is not { } request)
            return Finding.NotApplicable("provider-not-called",
                "The application did not call the provider's logout, so there is no redirect to allow.");
        if (flow.ByScript)
            return Finding.NotApplicable("script-logout",
                "A script called the provider's logout, so the browser follows no redirect.",
                EvidencePointer.Har(request.Index, "request.url", request.Request.Uri?.AbsolutePath));
        if (Refusal(flow, request, evidence) is { } refusal)
            return Refused(flow, refusal, evidence);
        if (request.Response.Status is 0 or >= 500)
            return Finding.Inconclusive("provider-error",
                "The provider did not answer the logout request.",
                EvidencePointer.Har(request.Index, "response.status", $"{request.Response.Status}"));
        if (flow.RequestedUrl is { } wanted)
            return Landed(flow, wanted, evidence);
        return flow.Parameters.ContainsKey("SAMLRequest") ? Answered(flow, request, evidence) : Unasked(flow, request);
    }

    /// <summary>The provider's page or answer that refuses the logout.</summary>
    private static HarEntry? Refusal(LogoutFlow flow, HarEntry request, EvidenceReader evidence)
    {
        if (evidence.Facts.Errors.FirstOrDefault(error =>
                error.Where is ErrorPlace.Logout && error.Entry.Index >= request.Index && error.Entry.Response.Status is not 0 and < 500) is { } error)
            return error.Entry;
        if (request.Response.Status is >= 400 and < 500)
            return request;
        return flow.ProviderPage is { } page && (page.Response.Status is >= 400 and < 500 || evidence.Facts.RoleOf(page) is EndpointRole.ErrorPage) ? page : null;
    }

    private static Finding Refused(LogoutFlow flow, HarEntry refusal, EvidenceReader evidence)
    {
        var said = evidence.Facts.Errors.FirstOrDefault(error => error.Entry.Index == refusal.Index)?.Description;
        var proof = EvidencePointer.Har(refusal.Index, "response.status", $"{refusal.Response.Status}{(said is null ? "" : $" {said}")}");
        if (flow.Parameters.ContainsKey("SAMLRequest"))
        {
            return Finding.Fail("not-allowed", $"The provider refused the application's logout request{(said is null ? "" : $": {said}")}.", proof) with
            { Remedy = "Register the application's single logout service at the provider: its answer goes to that address alone, and a request that is not signed as agreed is refused." };
        }

        if (!flow.Parameters.ContainsKey("id_token_hint") && !flow.Parameters.ContainsKey("client_id"))
        {
            return Finding.Fail("missing-hint",
                "The provider refused the logout: the request carries neither id_token_hint nor client_id, so it cannot know whose addresses to allow.",
                proof, Wanted(flow)) with
            { Remedy = "Send id_token_hint (or client_id) with the logout request.", Fault = FaultOwner.Application };
        }

        IReadOnlyList<EvidencePointer> proofs = [proof, Wanted(flow), .. Witnesses(evidence, flow)];
        return flow.RequestedUrl is { } wanted
            ? Finding.Fail("not-allowed", $"The provider refused to return to {ShortAddress(wanted)} after logout{Nearest(evidence, flow, wanted)}.", proofs) with
            { Remedy = $"Add {ShortAddress(wanted)} to the allowed logout addresses of the application at the provider, exactly as it is sent." }
            : Finding.Fail("not-allowed", "The provider refused the logout request.", proof);
    }

    private static IEnumerable<EvidencePointer> Witnesses(EvidenceReader evidence, LogoutFlow flow) =>
    [
        .. AllowedReturns.Of(evidence, flow) is { } allowed ? [allowed.Pointer] : Array.Empty<EvidencePointer>(),
        .. ProviderEvents.Of(evidence)?.All.LastOrDefault(logged => logged is { Failed: true, Topic: "logout" }) is { } logged ? [logged.Pointer] : Array.Empty<EvidencePointer>(),
    ];

    private static string Nearest(EvidenceReader evidence, LogoutFlow flow, string wanted) => AllowedReturns.Of(evidence, flow) is not { } allowed ? ""
        : RedirectUris.Nearest(wanted, allowed.Addresses) is (var registered, var difference) && difference is not ("same" or "host")
            ? $": the list of {allowed.Owner} has {registered}, which differs in {difference}" : $": it is not on the list of {allowed.Owner}";

    /// <summary>What the settings say of an address when the browser's way to it is not in the evidence.</summary>
    private static Finding? OfSettings(LogoutFlow flow, string wanted, EvidenceReader evidence) =>
        AllowedReturns.Of(evidence, flow) is { } allowed && !allowed.Has(wanted, IgnoresQuery(flow)) && allowed.Wildcard(wanted) is null
            ? Finding.Fail("not-allowed", $"{ShortAddress(wanted)} is not on the list of addresses of {allowed.Owner}{Nearest(evidence, flow, wanted)}.", allowed.Pointer, Wanted(flow)) : null;

    // Auth0 compares without the query at its older endpoint, and with it at the OpenID Connect one.
    private static bool IgnoresQuery(LogoutFlow flow) => flow.ProviderRequest?.Request.Uri?.AbsolutePath == "/v2/logout";

    private static Finding Landed(LogoutFlow flow, string wanted, EvidenceReader evidence)
    {
        var visited = flow.Chain.Append(flow.Landing).OfType<HarEntry>().LastOrDefault(entry => RedirectUris.SameEndpoint(entry.Request.Url, wanted));
        if (visited is not null && flow.ProviderPage is { } question && question.Index < visited.Index)
            return Finding.Warn("confirmation-asked",
                $"The provider asked for a confirmation before it returned to {ShortAddress(wanted)}; people who close that page stay signed in.",
                EvidencePointer.Har(question.Index, "request.url", ShortAddress(question.Request.Url)), Wanted(flow)) with
            {
                Remedy = flow.Parameters.ContainsKey("id_token_hint")
                    ? "The request carries id_token_hint, and the provider asks all the same: switch its confirmation off for requests with a hint."
                    : "Send id_token_hint with the logout request, or switch the provider's confirmation off.",
                Fault = flow.Parameters.ContainsKey("id_token_hint") ? FaultOwner.IdentityProvider : FaultOwner.Application,
            };
        if (visited is not null && AllowedReturns.Of(evidence, flow) is { } allowed && !allowed.Has(wanted, IgnoresQuery(flow)) && allowed.Wildcard(wanted) is { } wildcard)
            return Finding.Warn("wildcard-match", $"{ShortAddress(wanted)} passes only by the wildcard {wildcard}; whoever gets a name under it can be returned to.", allowed.Pointer, Wanted(flow));
        if (visited is not null)
            return Finding.Pass("landed",
                $"The browser came to {ShortAddress(wanted)}, as the application asked.",
                EvidencePointer.Har(visited.Index, "request.url", ShortAddress(visited.Request.Url)));
        if (flow.Landing is not { } landing)
            return OfSettings(flow, wanted, evidence) ?? Finding.Inconclusive("ends-early", "The evidence ends before the browser had landed.", Wanted(flow));
        var host = landing.Request.Uri?.Authority ?? "";
        var proof = EvidencePointer.Har(landing.Index, "request.url", ShortAddress(landing.Request.Url));
        if (evidence.Facts.UpstreamHosts.Contains(host))
            return Finding.Inconclusive("upstream-page", "The logout ended on a page of the upstream provider.", proof);
        return evidence.Facts.ProviderHosts.Contains(host)
            ? Finding.Warn("provider-page",
                $"The provider showed a page of its own instead of returning to {ShortAddress(wanted)}; it may want the logout confirmed.",
                proof, Wanted(flow))
            : Finding.Fail("landed-elsewhere",
                $"The application asked to return to {ShortAddress(wanted)}, but the browser came to {ShortAddress(landing.Request.Url)}.",
                proof, Wanted(flow));
    }

    /// <summary>A SAML logout names no address: the answer goes to the one that is registered (saml-bindings-2.0-os 3.4.5).</summary>
    private static Finding Answered(LogoutFlow flow, HarEntry request, EvidenceReader evidence)
    {
        if (flow.Landing is not { } landing)
            return Finding.Inconclusive("ends-early", "The evidence ends before the browser had landed.");
        var pointer = EvidencePointer.Har(landing.Index, "request.url", ShortAddress(landing.Request.Url));
        return evidence.Facts.ProviderHosts.Contains(landing.Request.Uri?.Authority ?? "")
            ? Finding.Warn("provider-page", "The provider took the logout request and kept the browser instead of answering.", pointer,
                EvidencePointer.Har(request.Index, "request.url", request.Request.Uri?.AbsolutePath))
            : Finding.Pass("landed", $"The logout was answered, and the browser came to {ShortAddress(landing.Request.Url)}.", pointer);
    }

    private static Finding Unasked(LogoutFlow flow, HarEntry request) =>
        Finding.Warn("no-redirect-requested", flow.Landing is { } landing
            ? $"The logout asked for no address to return to; the browser came to {ShortAddress(landing.Request.Url)}."
            : "The logout asked for no address to return to.", EvidencePointer.Har(request.Index, "request.url", request.Request.Uri?.AbsolutePath)) with
        { Remedy = "Send post_logout_redirect_uri (Auth0: returnTo), or the provider decides where people end up.", Fault = FaultOwner.Application };

    private static EvidencePointer Wanted(LogoutFlow flow) =>
        EvidencePointer.Har(flow.ProviderRequest!.Index, "request.query.post_logout_redirect_uri", flow.RequestedUrl);

    private static string ShortAddress(string url) => url.Split('?', '#')[0];
}

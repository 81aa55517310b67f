using Prober.Checklist.Facts;
using Prober.Checklist.Facts.Endpoints;
using Prober.Checklist.Facts.Logins;
using Prober.Checklist.Facts.Pages;
using Prober.Checklist.Facts.Traffic;
using Prober.Checklist.Facts.Witnesses;
using Prober.Evidence.Har;

namespace Prober.Checklist.Checks.LoginPrompt;

/// <summary>Whether the identity provider, and any provider behind it, answered while the login was tried.</summary>
public sealed class ProviderAvailable : Check
{
    private const string Id = "login-prompt-idp-available";

    public override CheckInfo Info { get; } = new(
        Id, Stage.LoginPrompt, CheckClass.Root,
        "Is the identity provider reachable and healthy?",
        "While the provider does not answer, neither the application nor the credentials can be judged.",
        "Restore the host that did not answer; application and credentials cannot be judged until it does.")
    {
        Owner = FaultOwner.IdentityProvider,
        AnsweredBy = "a live run",
        References = ["OpenID Connect Discovery 1.0 section 4"],
        Reasons = new Dictionary<string, string>
        {
            ["answered"] = "every page of the provider was answered without a server error",
            ["metadata-answered"] = "the provider's metadata was fetched, its pages were not needed",
            ["dns"] = "the name does not resolve",
            ["connect"] = "no connection could be made",
            ["tls"] = "the certificate or handshake failed",
            ["timeout"] = "it did not answer in time",
            ["proxy"] = "a proxy refused the way",
            ["server-error"] = "it answered 5xx or server_error",
            ["rate-limited"] = "it answered 429",
            ["keys-unavailable"] = "the signing keys could not be had",
            ["issuer-mismatch"] = "the discovery document names another issuer",
            ["challenge"] = "a bot wall answered, not the provider",
            ["recovered"] = "an error went away within the run",
            ["slow"] = "a page took longer than a step may",
            ["saml-metadata-ended"] = "the validity of the SAML metadata has passed",
            ["saml-certificate-ended"] = "every SAML signing certificate has ended",
            ["certificate-expiring"] = "a certificate ends within 14 days, or a SAML signing certificate within 30",
            ["metadata-unavailable"] = "pages answered, but the metadata could not be fetched",
            ["connector-offline"] = "the directory's connector is offline",
            ["connector-failed"] = "the log says that the directory's connector failed",
            ["provider-warned"] = "the log has a warning of the provider's own availability",
            ["not-contacted"] = "the provider was never called",
        },
    };

    public override Finding Evaluate(EvidenceReader evidence)
    {
        var facts = evidence.Facts;
        var failures = facts.Errors.Where(error => error.Owner == Id).Select(error => ProviderFailure.Of(error))
            .Concat(evidence.Traffic.Entries.Where(entry => facts.RoleOf(entry) == EndpointRole.Keys).Select(ProviderFailure.OfKeys)
                .OfType<ProviderFailure>()).OrderBy(failure => failure.Entry.Index).ToList();
        var lasting = failures.FirstOrDefault(failure => !Recovered(evidence, failure.Entry));
        if (lasting is not null) return KnownBetter(evidence, lasting) ?? Down(evidence, lasting);
        if (DirectoryHealth.Failure(evidence) is { } offline) return offline;
        if (ProviderMetadataHealth.Failure(evidence) is { } broken) return broken;
        var pages = evidence.Traffic.Entries.Where(entry => IsProviderPage(facts, entry) && entry.Response.Status > 0).ToList();
        if (failures.Count > 0)
            return Finding.Warn("recovered", $"{failures[0].Host} {failures[0].What}, and answered later in the same run.",
                failures[0].Pointer);
        if (ProviderMetadataHealth.Warning(evidence, pages.Count > 0) is { } warning) return warning;
        if (DirectoryHealth.Warning(evidence) is { } warned) return warned;
        if (pages.FirstOrDefault(entry => entry.TimeMs > evidence.Expectations.MaxStep.TotalMilliseconds) is { } slow)
            return Finding.Warn("slow",
                $"{slow.Request.Uri?.Authority} took {slow.TimeMs / 1000:0.0} s for {slow.Request.Uri?.AbsolutePath}.",
                EvidencePointer.Har(slow.Index, "time", $"{slow.TimeMs:0}"));
        return pages.Count > 0 ? Finding.Pass(
            "answered", $"{pages[0].Request.Uri?.Authority} answered every page.",
            EvidencePointer.Har(pages[0].Index, "response.status", $"{pages[0].Response.Status}"))
            : evidence.Bundle.Provider.Value?.Discovery is not null
                ? Finding.Pass("metadata-answered", "The identity provider's metadata was fetched; its pages were not called.",
                EvidencePointer.Api("discovery", evidence.Provider.DiscoveryUrl))
            : Finding.Inconclusive("not-contacted", "The identity provider was never called.");
    }

    // An error after the password that the provider's own records explain is no outage, whatever status it came with.
    private static Finding? KnownBetter(EvidenceReader evidence, ProviderFailure failure) =>
        failure.Reason == "server-error" && LoginCourse.Of(evidence).CredentialPosts.FirstOrDefault() is { } submission && failure.Entry.Index >= submission.Index
        && LoggedCause.Of(evidence) is { Check: not Id } cause
            ? Finding.Blocked(cause.Check, $"{failure.Host} {failure.What}, but it is no outage. {cause.Words}.") : null;

    private static bool IsProviderPage(EvidenceFacts facts, HarEntry entry) =>
        facts.IsDocument(entry) && entry.Request.Uri is { } uri
            && (facts.ProviderHosts.Contains(uri.Authority) || facts.UpstreamHosts.Contains(uri.Authority)
            || facts.ProviderHosts.Contains(uri.Host));

    private static bool Recovered(EvidenceReader evidence, HarEntry failed) => LaterAnswer.To(failed, evidence.Traffic.Entries) is not null;

    private static Finding Down(EvidenceReader evidence, ProviderFailure failure)
    {
        var isUpstream = evidence.Facts.UpstreamHosts.Contains(failure.Host);
        if (PatternTable.Default.Challenges.Any(pattern => pattern.Matches(failure.Entry.Response.Body)))
            return Finding.Inconclusive("challenge", $"{failure.Host} answered with a bot wall, not with a failure.", failure.Pointer)
                with
            { Remedy = "Exempt the prober's address from the challenge." };
        var when = evidence.Run.Source == Evidence.EvidenceSource.Live ? "" : $" at {failure.Entry.StartedAt:yyyy-MM-dd HH:mm:ss}Z";
        return Finding.Fail(failure.Reason, $"{failure.Host} {failure.What}{when}.", failure.Pointer) with
        {
            Fault = failure.Reason is "dns" or "proxy" ? FaultOwner.Network : isUpstream ? FaultOwner.Upstream
                : FaultOwner.IdentityProvider,
            Remedy = $"{failure.Host} {failure.What}. {failure.Advice} Application and credentials cannot be judged until it answers.",
        };
    }
}

using Prober.Checklist.Checks.Claims.Saml;
using Prober.Checklist.Facts.Logouts;
using Prober.Evidence.Saml;

namespace Prober.Checklist.Checks.Logout;

/// <summary>Whether a SAML logout request names the subject and session that an assertion of the same application began (saml-core-2.0-os 3.7.1).</summary>
/// <param name="Reason">What does not fit, in one word of the check's reasons.</param>
/// <param name="Sentence">What was asked and what was given.</param>
/// <param name="Evidence">Both messages.</param>
internal sealed record NamedSubject(string Reason, string Sentence, IReadOnlyList<EvidencePointer> Evidence)
{
    /// <summary>Null where it fits, or where nothing can be compared.</summary>
    public static NamedSubject? Mismatch(LogoutFlow flow, EvidenceReader evidence)
    {
        if (flow.ProviderRequest is not { } sent || evidence.Bundle.Assertions.Value is null
            || evidence.Assertions.FirstOrDefault(message => message.Entry == sent.Index && message.Logout is not null) is not { Logout: { } named } request) return null;
        var begun = ReceivedAssertions.Of(evidence)
            .Where(received => received is { IsForBroker: false, Assertion.NameId: not null } && received.Message.Entry < request.Entry && IsOf(received, request)).ToList();
        if (begun is not [.., var last]) return null;
        if (named.NameId is null)
            return new("nobody-named", "The logout request names no subject, though the assertion did.", [Asked(request, "NameID", "absent"), Given(last, "Subject/NameID", last.Assertion!.NameId)]);
        if (begun.All(received => received.Assertion!.NameId != named.NameId))
            return new("other-subject", "The logout request names another subject than the assertion that began the session.",
                [Asked(request, "NameID", named.NameId), Given(last, "Subject/NameID", last.Assertion!.NameId)]);
        var sessions = begun.Select(received => received.Assertion!.SessionIndex).OfType<string>().ToList();
        return named.SessionIndexes.Count > 0 && sessions.Count > 0 && !named.SessionIndexes.Intersect(sessions).Any()
            ? new("other-session", "The logout request names another session index than the assertion that began the session.",
                [Asked(request, "SessionIndex", named.SessionIndexes[0]), Given(last, "AuthnStatement/@SessionIndex", sessions[^1])])
            : null;
    }

    private static bool IsOf(ReceivedAssertion received, SamlMessage request) => received.EntityId is null || request.Issuer is null || received.EntityId == request.Issuer;

    private static EvidencePointer Asked(SamlMessage request, string field, string? value) => EvidencePointer.Har(request.Entry, $"SAMLRequest/{field}", value);

    private static EvidencePointer Given(ReceivedAssertion received, string field, string? value) => received.Points($"Assertion/{field}", value);
}

using System.Globalization;
using Prober.Evidence.Saml;

namespace Prober.Decoding;

/// <summary>Lists what a SAML or WS-Federation message says, in the order in which a person asks.</summary>
internal sealed class SamlParts(SamlMessage message, DateTimeOffset now)
{
    public IEnumerable<SamlPart> All() => OfMessage().Concat(message.Assertions.SelectMany(OfAssertion)).Where(part => part.Value.Length > 0);

    private IEnumerable<SamlPart> OfMessage()
    {
        SamlPart Part(string name, string? value) => new("Message", name, value ?? "", name);
        yield return Part("Kind", message.Kind.ToString());
        yield return Part("Binding", message.Binding.ToString());
        yield return Part("ID", message.Id);
        yield return Part("Issuer", message.Issuer);
        yield return Part("IssueInstant", Moment(message.IssueInstant));
        yield return Part("Destination", message.Destination);
        yield return Part("InResponseTo", message.InResponseTo);
        if (message.Request is { } request)
        {
            yield return Part("AssertionConsumerServiceURL", request.AssertionConsumerServiceUrl);
            yield return Part("ProtocolBinding", request.ProtocolBinding);
            yield return Part("ForceAuthn", request.ForceAuthn ? "true" : null);
            yield return Part("IsPassive", request.IsPassive ? "true" : null);
            yield return Part("NameIDPolicy", request.NameIdFormat);
            yield return Part("RequestedAuthnContext", string.Join(" ", request.RequestedContexts));
        }

        if (message.Logout is { } logout)
        {
            yield return Part("Subject/NameID", logout.NameId);
            yield return Part("NameID/Format", logout.NameIdFormat);
            foreach (var index in logout.SessionIndexes) yield return Part("SessionIndex", index);
        }

        yield return Part("Status", message.Status is { } status ? string.Join(" / ", new[] { status.Code, status.SubCode }.OfType<string>()) : null);
        yield return Part("StatusMessage", message.Status?.Message);
        yield return Part("EncryptedAssertion", string.Join(", ", message.EncryptedWith));
        yield return Part("Signature", Words(message.Signature));
        yield return Part("Certificate", message.Signature.Thumbprint);
    }

    private IEnumerable<SamlPart> OfAssertion(SamlAssertion assertion, int index)
    {
        var section = message.Assertions.Count == 1 ? "Assertion" : $"Assertion {index + 1}";
        SamlPart Part(string name, string? value) => new(section, name, value ?? "", name);
        yield return Part("ID", assertion.Id);
        yield return Part("Issuer", assertion.Issuer);
        yield return Part("Subject/NameID", assertion.NameId);
        yield return Part("NameID/Format", assertion.NameIdFormat);
        foreach (var confirmation in assertion.Confirmations)
        {
            yield return Part("SubjectConfirmation", confirmation.Method);
            yield return Part("Recipient", confirmation.Recipient);
            yield return Part("InResponseTo", confirmation.InResponseTo);
            yield return Part("SubjectConfirmation/Address", confirmation.Address);
            yield return Part("SubjectConfirmation/NotOnOrAfter", Moment(confirmation.NotOnOrAfter));
        }

        yield return Part("Conditions/NotBefore", Moment(assertion.NotBefore));
        yield return Part("Conditions/NotOnOrAfter", Moment(assertion.NotOnOrAfter));
        foreach (var audience in assertion.Audiences ?? []) yield return Part("Audience", audience);
        yield return Part("OneTimeUse", assertion.OneTimeUse ? "yes" : null);
        yield return Part("AuthnInstant", Moment(assertion.AuthnInstant));
        yield return Part("SessionIndex", assertion.SessionIndex);
        yield return Part("SessionNotOnOrAfter", Moment(assertion.SessionNotOnOrAfter));
        yield return Part("AuthnContextClassRef", assertion.AuthnContext);
        foreach (var attribute in assertion.Attributes)
            yield return new(section, attribute.FriendlyName is { } friendly ? $"{friendly} ({attribute.Name})" : attribute.Name, attribute.Values.Count == 0 ? "(no value)" : string.Join(", ", attribute.Values), "Attribute");
        yield return Part("Signature", Words(assertion.Signature));
        yield return Part("Certificate", assertion.Signature.Thumbprint);
    }

    /// <summary>A verdict on a signature as a person says it.</summary>
    public static string Words(SamlSignature signature) => signature.Verdict switch
    {
        SamlSignatureVerdict.Absent => "none",
        SamlSignatureVerdict.Valid => $"valid ({signature.Algorithm})",
        SamlSignatureVerdict.ValidUntrusted => $"fits the certificate it brought along, which nobody vouches for ({signature.Algorithm})",
        SamlSignatureVerdict.OtherCertificate => $"NOT valid: {signature.Detail}",
        SamlSignatureVerdict.NotChecked => $"not verified: {signature.Detail}",
        _ => $"NOT valid: {signature.Detail ?? signature.Verdict.ToString()}",
    };

    private string? Moment(DateTimeOffset? at) => at is not { } instant ? null
        : $"{instant.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)} UTC, {Distance.Words(instant, now)}";
}

namespace Prober.Checklist.Checks.Claims.Saml;

/// <summary>The outcome that the provider itself states.</summary>
public sealed class AssertionStatus : AssertionCheck
{
    public override CheckInfo Info { get; } = new(
        "claims-saml-status",
        Stage.Claims,
        CheckClass.Root,
        Question: "Does the provider's answer state success?",
        Why: "A provider that could not or would not log the user in says so in the status; the application only shows that something failed.",
        Remedy: "Read the status code: it names what the provider refused, and its message often says why.")
    {
        DependsOn = ["claims-saml-decodes"],
        Owner = FaultOwner.IdentityProvider,
        References = ["SAML 2.0 Core (saml-core-2.0-os) section 3.2.2"],
        AnsweredBy = "a recording that holds the form post to the assertion consumer service",
        Reasons = Reasons(
            ("success", "The status is Success."),
            ("authn-failed", "The user could not be authenticated."),
            ("name-id-policy", "The requested name identifier cannot be given."),
            ("authn-context", "The requested authentication context was not satisfied."),
            ("request-denied", "The provider will not answer this application or user."),
            ("no-passive", "Nobody is signed in, and the request forbade asking."),
            ("other-status", "Another error."),
            ("missing", "There is no status.")),
    };

    private protected override Finding Judge(ReceivedAssertion received, EvidenceReader evidence)
    {
        if (received.IsWsFederation) return NotInProtocol("status");
        if (received.Message.Status is not { Code: { } code } status)
            return Finding.Fail("missing", $"{received.Name} states no status.", received.Points("Status", "absent")) with { Fault = OwnerOf(received) };
        var pointer = received.Points("Status/StatusCode", status.SubCode is null ? code : $"{code}/{status.SubCode}");
        if (status.IsSuccess) return Finding.Pass("success", $"{received.Name} states success.", pointer);
        if (status.SubCode == "NoPassive" && received.Request?.Request?.IsPassive == true)
            return Finding.Pass("no-passive", $"{received.Name} says that nobody is signed in, as a passive request may be told.", pointer);
        var (reason, meaning, remedy) = Meaning(status.SubCode);
        var said = status.Message is { } message ? $" It says: {message.TrimEnd('.')}." : "";
        return Finding.Fail(reason, $"{received.Name} states {code}{(status.SubCode is { } sub ? $"/{sub}" : "")}: {meaning}.{said}", pointer) with
        {
            Fault = reason == "authn-failed" ? FaultOwner.Account : OwnerOf(received),
            Remedy = remedy,
        };
    }

    private static (string Reason, string Meaning, string Remedy) Meaning(string? subCode) => subCode switch
    {
        "AuthnFailed" => ("authn-failed", "the user could not be authenticated", "Try the account at the provider's own portal, then read the provider's log."),
        "InvalidNameIDPolicy" => ("name-id-policy", "the requested name identifier format is not available", "Ask for a format that the provider has for this user, or map one there."),
        "NoAuthnContext" => ("authn-context", "the requested authentication context was not satisfied", "Drop RequestedAuthnContext from the request, or ask with Comparison=\"minimum\"."),
        "RequestDenied" or "UnknownPrincipal" or "UnsupportedBinding" or "RequestUnsupported" =>
            ("request-denied", "the provider will not answer this request", "See that the application is registered and the user is assigned to it, and that the binding is one the provider offers."),
        "NoPassive" => ("no-passive", "nobody is signed in, and the request forbade asking", "Drop IsPassive from requests that a person has to answer."),
        _ => ("other-status", "the provider could not answer", "Read the provider's log at this time for the same request."),
    };
}

using Prober.Checklist.Facts.Logins;
using Prober.Evidence.Expected;
using Prober.Evidence.Har;
using Prober.Evidence.Saml;

namespace Prober.Checklist.Checks.Claims.Saml;

/// <summary>A response with its assertion as a relying party received it, with the request it answers: what every check of the family judges.</summary>
/// <param name="Message">The response, redacted.</param>
/// <param name="Request">The authentication request it answers; null when that was not seen or nobody asked.</param>
/// <param name="Transaction">The login it belongs to; null for an unsolicited response.</param>
/// <param name="Application">The scenario's application it went to; null when unknown or when the broker was the receiver.</param>
/// <param name="IsForBroker">True on the hop from the upstream provider to the identity provider.</param>
internal sealed record ReceivedAssertion(
    SamlMessage Message, SamlMessage? Request, LoginTransaction? Transaction, ExpectedApplication? Application, bool IsForBroker)
{
    /// <summary>The assertion that a relying party consumes: the first.</summary>
    public SamlAssertion? Assertion => Message.Assertions.Count > 0 ? Message.Assertions[0] : null;

    /// <summary>True for WS-Federation, which has neither status nor destination.</summary>
    public bool IsWsFederation => Message.Binding == SamlBinding.WsFederation;

    /// <summary>What a sentence calls it; two hops carry two different assertions.</summary>
    public string Name => IsForBroker ? "The upstream provider's answer to the identity provider"
        : Application is { } application ? $"The answer to {application.Name}" : "The answer to the application";

    /// <summary>The same within a sentence.</summary>
    public string NameInSentence => $"t{Name[1..]}";

    /// <summary>Who the relying party says it is: the request's issuer or realm, else what the scenario knows.</summary>
    public string? EntityId => Request?.Issuer ?? Transaction?.Parameters.GetValueOrDefault("wtrealm") ?? Application?.EntityId;

    /// <summary>The address that received the message, without fragment.</summary>
    public string ReceivedAt => UrlParts.Of(Message.SentTo) is var url ? (url with { Fragment = null }).ToString() : Message.SentTo;

    public EvidencePointer Points(string field, string? value) =>
        EvidencePointer.Har(Message.Entry, IsWsFederation ? $"wresult/{field}" : $"SAMLResponse/{field}", value);

    public EvidencePointer Asked(string field, string? value) => EvidencePointer.Har(Request?.Entry ?? Message.Entry, $"SAMLRequest/{field}", value);
}

using Prober.Checklist.Facts.Endpoints;
using Prober.Evidence.Saml;

namespace Prober.Checklist.Checks.Claims.Saml;

/// <summary>Finds the responses that relying parties received, each with the request it answers.</summary>
internal static class ReceivedAssertions
{
    public static IReadOnlyList<ReceivedAssertion> Of(EvidenceReader evidence) =>
        [.. evidence.Assertions.Where(message => IsResponse(message, evidence)).Select(message => Received(message, evidence))];

    /// <summary>Why there is nothing to judge.</summary>
    public static Finding WhyNone(EvidenceReader evidence)
    {
        var answered = evidence.Facts.Interactive.Where(transaction => transaction.Callback is not null).ToList();
        if (answered.Any(transaction => transaction.CallbackParameters.ContainsKey("SAMLart")))
            return Finding.Inconclusive("artifact", "The assertion was fetched by its artifact between servers, where no browser sees it.");
        if (evidence.Assertions.Any(message => message.Kind == SamlMessageKind.AuthnRequest))
            return Finding.Inconclusive("no-callback", "A SAML request was sent, and no answer was seen.");
        return answered.Count > 0
            ? Finding.NotApplicable("other-protocol", "This login uses OpenID Connect, not SAML or WS-Federation.")
            : Finding.Inconclusive("no-callback", "No answer of the identity provider was seen, so there is no assertion to look at.");
    }

    private static bool IsResponse(SamlMessage message, EvidenceReader evidence) => message.Kind switch
    {
        SamlMessageKind.Response or SamlMessageKind.SecurityTokenResponse => true,
        // What does not decode is a response where one is received.
        SamlMessageKind.Unknown => message.DecodeError is not null && message.Binding != SamlBinding.Redirect
            // A mask at the broker may stand for what the provider's own login form posts to itself.
            && (RoleOf(message, evidence) == EndpointRole.ApplicationCallback || (!message.IsMasked && RoleOf(message, evidence) == EndpointRole.BrokerCallback)),
        _ => false,
    };

    private static ReceivedAssertion Received(SamlMessage message, EvidenceReader evidence)
    {
        var isForBroker = RoleOf(message, evidence) == EndpointRole.BrokerCallback;
        var transaction = evidence.Facts.Transactions.FirstOrDefault(candidate => candidate.IsUpstream == isForBroker && candidate.Callback?.Index == message.Entry);
        var requests = evidence.Assertions.Where(candidate => candidate.Kind == SamlMessageKind.AuthnRequest && candidate.Entry <= message.Entry).ToList();
        var request = requests.LastOrDefault(candidate => candidate.Id is not null && candidate.Id == message.InResponseTo)
            ?? requests.LastOrDefault(candidate => transaction is not null && candidate.Entry == transaction.Authorization.Index);
        var application = isForBroker ? null
            : evidence.Expectations.Applications.FirstOrDefault(known => known.Name == transaction?.Application)
            ?? evidence.Expectations.Applications.FirstOrDefault(known => known.CallbackUrls.Any(url => RedirectUris.SameEndpoint(url, message.SentTo)));
        return new(message, request, transaction, application, isForBroker);
    }

    private static EndpointRole? RoleOf(SamlMessage message, EvidenceReader evidence) =>
        message.Entry < evidence.Facts.Roles.Count ? evidence.Facts.Roles[message.Entry] : null;
}

using Prober.Checklist.Facts;
using Prober.Checklist.Facts.Endpoints;
using Prober.Checklist.Facts.Logins;
using Prober.Evidence.Tokens;

namespace Prober.Checklist.Checks.Claims;

/// <summary>Finds the ID tokens that applications received. Tokens of an upstream provider, meant for the broker, are not among them.</summary>
internal static class IdTokens
{
    public static IReadOnlyList<ReceivedIdToken> Of(EvidenceReader evidence)
    {
        var facts = evidence.Bundle.Traffic.IsPresent ? evidence.Facts : null;
        return [.. evidence.Tokens.Select((token, index) => (token, index))
            .Where(pair => pair.token.Kind is TokenKind.Id && IsDelivery(pair.token.Place) && !IsForBroker(pair.token, facts, evidence))
            .Select(pair => Received(pair.token, pair.index, facts, evidence))];
    }

    /// <summary>Why there is no ID token to judge: mostly, because servers exchange it where no browser looks.</summary>
    public static Finding WhyNone(EvidenceReader evidence)
    {
        var succeeded = evidence.Facts.Interactive.Where(transaction => transaction.Callback is not null).ToList();
        if (succeeded.Count == 0)
            return Finding.Inconclusive("no-callback", "No answer of the identity provider was seen, so there is no token to look at.");
        if (succeeded.All(transaction => transaction.CallbackParameters.ContainsKey("SAMLResponse") || transaction.CallbackParameters.ContainsKey("wresult")))
            return Finding.NotApplicable("other-protocol", "This login uses assertions, not JSON Web Tokens.");
        var exchanges = succeeded.SelectMany(transaction => transaction.TokenExchanges).Where(exchange => exchange.Error is null).ToList();
        if (exchanges.Count == 0)
            return Finding.NotApplicable("back-channel",
                "The application's server redeems the code itself, so the browser never sees a token. That is as it should be.");
        return exchanges.All(exchange => exchange.Entry.Response.Body is null)
            ? Finding.Inconclusive("body-not-recorded", "The token response was recorded without its body.")
            : Finding.NotApplicable("no-id-token", "The token response held no ID token.");
    }

    private static bool IsDelivery(TokenPlace place) => place is not (TokenPlace.LocalStorage or TokenPlace.SessionStorage or TokenPlace.UserInfoResponse);

    private static bool IsForBroker(CapturedToken token, EvidenceFacts? facts, EvidenceReader evidence) =>
        facts is not null && token.Entry is { } entry && entry < evidence.Traffic.Entries.Count &&
        (facts.Roles[entry] is EndpointRole.BrokerCallback || facts.Transactions.Any(transaction => transaction.IsUpstream && transaction.Callback?.Index == entry));

    private static ReceivedIdToken Received(CapturedToken token, int index, EvidenceFacts? facts, EvidenceReader evidence)
    {
        var transaction = facts is null ? null : Answered(token, facts);
        var application = evidence.Expectations.Applications.FirstOrDefault(known => known.Name == transaction?.Application) ??
            evidence.Expectations.Applications.FirstOrDefault(known => known.ClientId is { } client && client == transaction?.ClientId);
        var refreshed = facts?.TokenExchanges.Any(exchange => exchange.Entry.Index == token.Entry && exchange.GrantType == "refresh_token") is true;
        return new ReceivedIdToken(index, token, refreshed ? null : transaction, application, refreshed);
    }

    private static LoginTransaction? Answered(CapturedToken token, EvidenceFacts facts)
    {
        if (token.Entry is not { } entry)
            return null;
        var own = facts.Transactions.Where(transaction => !transaction.IsUpstream).ToList();
        return own.FirstOrDefault(transaction => transaction.Callback?.Index == entry) ??
            own.FirstOrDefault(transaction => transaction.TokenExchanges.Any(exchange => exchange.Entry.Index == entry)) ??
            own.LastOrDefault(transaction => transaction.Chain.Any(link => link.Index == entry));
    }
}

using Prober.Checklist.Facts.Endpoints;
using Prober.Checklist.Facts.Logins;
using Prober.Checklist.Facts.Witnesses;
using Prober.Evidence.Har;

namespace Prober.Checklist.Checks.Token;

/// <summary>Whether the application got a token or an assertion, as far as its kind of flow lets a browser see.</summary>
public sealed class TokenReturned : Check
{
    private const string Id = "token-returned";

    public override CheckInfo Info { get; } = new(
        Id, Stage.Token, CheckClass.Root,
        "Was a token or assertion returned to the application?",
        "A code is not yet a token: the exchange can still fail on secret, verifier, origin or a second use.",
        "Read the token endpoint's error: code used twice or too late, wrong verifier or redirect URI, wrong client authentication, or an origin that is not allowed.")
    {
        DependsOn = ["token-app-callback-seen"],
        Owner = FaultOwner.Application,
        AnsweredBy = "a flow whose token request the browser makes, or the identity provider's log",
        References = ["RFC 6749 sections 4.1.3 and 5.2", "RFC 7636", "RFC 9700 section 4.3"],
        Reasons = TokenErrors.Reasons.Concat(new Dictionary<string, string>
        {
            ["token-response"] = "the token endpoint answered with tokens",
            ["front-channel"] = "tokens came with the callback",
            ["assertion"] = "a SAML or WS-Federation assertion was posted",
            ["artifact"] = "only a reference to the assertion was sent; the application fetches it where no browser sees it",
            ["no-assertion"] = "the assertion consumer service was called without an assertion",
            ["back-channel"] = "the code was exchanged where no browser sees it, and the application then behaved signed in",
            ["double-exchange"] = "the code was exchanged twice; the second attempt was refused",
            ["no-id-token"] = "no ID token came, though one was asked for or is needed",
            ["cacheable"] = "the token response may be cached",
            ["token-in-query"] = "a token stands in the address bar's query",
            ["promised-token-absent"] = "the response type promises a token that did not come",
            ["not-visible"] = "the exchange is not visible, and what came after is not known",
        }).ToDictionary(),
    };

    public override Finding Evaluate(EvidenceReader evidence)
    {
        var course = LoginCourse.Of(evidence);
        if (course.Decisive is not { } login) return Finding.Inconclusive("not-visible", "No login was seen.");
        if (login.Error is not null && course.OwnedByOther(Id) is { } owned) return owned;
        var exchanges = Exchanges(evidence, course, login);
        if (exchanges.Count > 0) return OfExchanges(evidence, course, login, exchanges);
        if (login.Callback is not { } callback)
            return course.OwnedByOther(Id) ?? EmptyPost(evidence, login) ?? Finding.Inconclusive("not-visible", "No answer reached the application.");
        return OfFrontChannel(login, callback) ?? OfLog(evidence, course, login) ?? OfBackChannel(course, callback);
    }

    private static IReadOnlyList<TokenExchange> Exchanges(EvidenceReader evidence, LoginCourse course, LoginTransaction login) =>
        login.TokenExchanges.Count > 0
        ? login.TokenExchanges
        : [.. evidence.Facts.TokenExchanges.Where(exchange =>
            exchange.GrantType is null or "authorization_code" && login.Callback is { } callback
            && exchange.Entry.Index > callback.Index && exchange.Entry.StartedAt <= (course.Phase?.EndedAt ?? DateTimeOffset.MaxValue))];

    private static Finding OfExchanges(EvidenceReader evidence, LoginCourse course, LoginTransaction login, IReadOnlyList<TokenExchange> exchanges)
    {
        if (exchanges.FirstOrDefault(exchange =>
            exchange.Error is null && exchange.Entry.Response.Status is >= 200 and < 300) is not { } good)
            return exchanges.FirstOrDefault(exchange => exchange.Error is not null) is { } bad ? TokenErrors.Explain(bad, login)
                : Finding.Inconclusive("not-visible", "The token request was cut off.");
        var pointer = EvidencePointer.Har(good.Entry.Index, "response.status", $"{good.Entry.Response.Status}");
        if (exchanges.FirstOrDefault(exchange => exchange.Error is not null && exchange.Code == good.Code) is { } second)
        {
            return Finding.Warn("double-exchange", $"The application exchanged its code twice; one attempt was answered {second.Error}.",
                pointer, EvidencePointer.Har(second.Entry.Index, "response.content.error", second.Error))
                with
            {
                Remedy =
                    "Initialise the login library once (React runs effects twice in development); a strict provider revokes the first token when it sees the code again."
            };
        }

        var body = TokenExchanges.Json(good.Entry.Response.Body);
        if (body is not null && !body.ContainsKey("id_token") && NoIdToken(evidence, course, login, pointer) is { } lacking) return lacking;
        return good.Entry.Response.Headers["cache-control"] is not { } cache
            || !cache.Contains("no-store", StringComparison.OrdinalIgnoreCase)
            ? Finding.Warn("cacheable", "The token response lacks Cache-Control: no-store (RFC 6749 section 5.1).", pointer)
                with
            { Fault = FaultOwner.IdentityProvider, Remedy = "Send Cache-Control: no-store with token responses." }
            : Finding.Pass("token-response", "The token endpoint answered with tokens.", pointer);
    }

    private static Finding? EmptyPost(EvidenceReader evidence, LoginTransaction login) =>
        login.Protocol != LoginProtocol.OpenIdConnect && evidence.Traffic.Entries.FirstOrDefault(entry => entry.Index > login.Authorization.Index
            && entry.Request.Method == "POST" && evidence.Facts.IsDocument(entry) && RedirectUris.SameEndpoint(entry.Request.Url, login.RedirectUri)) is { } post
            ? Finding.Fail("no-assertion", $"{login.RedirectUri} was called, but the form held no assertion.",
                EvidencePointer.Har(post.Index, "request.postData", string.Join(", ", (FormBody.Of(post.Request) ?? QueryString.Empty).Select(field => field.Name)))) with
            { Fault = FaultOwner.IdentityProvider, Remedy = "Find what dropped the field SAMLResponse or wresult on the way: a size limit of a proxy or server, or a script of the page." }
            : null;

    // Whether an application needs an ID token, only its login and the scenario tell: an API client is content with access tokens.
    private static Finding? NoIdToken(EvidenceReader evidence, LoginCourse course, LoginTransaction login, EvidencePointer pointer)
    {
        var scope = login.Parameters.GetValueOrDefault("scope", "");
        if (scope.Split(' ').Contains("openid"))
            return Finding.Warn("no-id-token", "The token response has no ID token, though openid was asked for.", pointer) with { Fault = FaultOwner.IdentityProvider };
        return course.Reached || RequiredClaims.Of(evidence.Expectations, login.Application).Count == 0 ? null
            : Finding.Fail("no-id-token", $"The token response has no ID token: the application asked for scope '{scope}' without openid, and nobody was signed in.",
                pointer, EvidencePointer.Har(login.Authorization.Index, "request.query.scope", scope)) with
            { Remedy = "Ask for the scope openid: without it the provider does not take the request for a login." };
    }

    private static Finding? OfFrontChannel(LoginTransaction login, HarEntry callback)
    {
        var answer = login.CallbackParameters;
        var promised = login.Parameters.GetValueOrDefault("response_type", "").Split(' ');
        var pointer = EvidencePointer.Har(
            callback.Index, $"callback.{login.CallbackKind.ToString().ToLowerInvariant()}", string.Join(", ", answer.Keys));
        if (answer.ContainsKey("SAMLResponse") || answer.ContainsKey("wresult"))
            return Finding.Pass("assertion", "An assertion was posted to the application.", pointer);
        if (answer.ContainsKey("SAMLart"))
            return Finding.Inconclusive("artifact", "Only an artifact was sent; the application fetches the assertion itself, where no browser sees it.", pointer);
        if (promised.Contains("id_token") && !answer.ContainsKey("id_token"))
            return Finding.Fail("promised-token-absent",
                $"response_type={string.Join(' ', promised)} promises an ID token, but the callback has none.", pointer)
                with
            {
                Fault = FaultOwner.IdentityProvider,
                Remedy = "Enable the hybrid or implicit grant for the client, or ask for response_type=code alone."
            };
        if (!answer.ContainsKey("id_token") && !answer.ContainsKey("access_token")) return null;
        return login.CallbackKind == CallbackKind.Query
            ? Finding.Warn("token-in-query", "A token stands in the query of the callback, where logs and referrers keep it.", pointer)
                with
            { Remedy = "Use response_mode=form_post, or the code flow." }
            : Finding.Pass("front-channel", "Tokens came with the callback.", pointer);
    }

    // The provider's log is the only trace of an exchange between servers.
    private static Finding? OfLog(EvidenceReader evidence, LoginCourse course, LoginTransaction login) =>
        !course.Reached && ProviderEvents.Of(evidence)?.LoginFailure is { Topic: "token" } failure ? TokenErrors.Explain(failure, login) : null;

    private static Finding OfBackChannel(LoginCourse course, HarEntry callback) => course.Reached
        ? Finding.Pass("back-channel", "The application exchanged the code where no browser sees it, and then behaved signed in.",
            EvidencePointer.Har(callback.Index, "callback", "code")) with
        { Confidence = Confidence.Medium }
        : course.OwnedByOther(Id) ?? Finding.Inconclusive(
            "not-visible", "The code reached the application; the exchange itself is not visible, and nobody was signed in afterwards.",
            EvidencePointer.Har(callback.Index, "callback", "code"));
}

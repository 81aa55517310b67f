using Prober.Checklist.Facts.Traffic;
using Prober.Evidence.Har;
using Prober.Evidence.Saml;

namespace Prober.Checklist.Facts.Endpoints;

/// <summary>
/// What an exchange means in SAML 2.0 and WS-Federation. The message itself tells, because some providers take logins and logouts at one
/// address; where it does not decode, parameters and path must do.
/// </summary>
internal static class FederationShape
{
    private static readonly string[] Parameters = ["SAMLRequest", "SAMLResponse", "wresult"];

    public static bool Carries(Exchange exchange) => Parameters.Any(exchange.Has);

    /// <summary>The authentication request that an exchange carries; null when there is none that can be read.</summary>
    public static SamlMessage? RequestIn(Exchange exchange) => exchange.Messages.Value.FirstOrDefault(message => message.Kind == SamlMessageKind.AuthnRequest);

    /// <summary>The answer to one, or the token of WS-Federation; null when there is none that can be read.</summary>
    public static SamlMessage? ResponseIn(Exchange exchange) =>
        exchange.Messages.Value.FirstOrDefault(message => message.Kind is SamlMessageKind.Response or SamlMessageKind.SecurityTokenResponse);

    /// <summary>A request for login: an AuthnRequest, or WS-Federation's wsignin1.0 on its way there; the answer says wsignin1.0 too.</summary>
    public static bool IsLoginRequest(Exchange exchange) =>
        (exchange.Has("SAMLRequest") && !IsLogout(exchange)) || (exchange.Parameter("wa") == "wsignin1.0" && !exchange.Has("wresult"));

    /// <summary>A message of single logout.</summary>
    public static bool IsLogout(Exchange exchange)
    {
        if (!exchange.Has("SAMLRequest") && !exchange.Has("SAMLResponse")) return false;
        var messages = exchange.Messages.Value;
        return messages.Any(message => message.Kind is SamlMessageKind.LogoutRequest or SamlMessageKind.LogoutResponse)
            || (messages.All(message => message.Kind == SamlMessageKind.Unknown) && NamesLogout(exchange.Path));
    }

    /// <summary>An answer to a login request, or one that nobody asked for. What Auth0's own login form posts as wresult is a JWT and no answer.</summary>
    public static bool IsAnswer(Exchange exchange) => exchange.Has("SAMLart") || (exchange.Has("SAMLResponse") && !IsLogout(exchange)) || Token(exchange) is not null;

    /// <summary>Where the answer to a request is wanted; null where the provider knows.</summary>
    public static string? AnswerAddress(Exchange exchange) => exchange.Parameter("wreply") ?? RequestIn(exchange)?.Request?.AssertionConsumerServiceUrl;

    private static UrlParameter? Token(Exchange exchange) => exchange.Form.FirstOrDefault(field => field.Name == "wresult" && !Evidence.Tokens.JwtParts.LooksLikeJwt(field.Value));

    private static bool NamesLogout(string path) =>
        path.Contains("logout", StringComparison.OrdinalIgnoreCase) || path.Contains("slo", StringComparison.OrdinalIgnoreCase);
}

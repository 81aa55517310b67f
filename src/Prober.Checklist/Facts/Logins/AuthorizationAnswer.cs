using Prober.Checklist.Facts.Endpoints;
using Prober.Checklist.Facts.Pages;
using Prober.Checklist.Facts.Traffic;
using Prober.Evidence.Har;

namespace Prober.Checklist.Facts.Logins;

/// <summary>The answer to an authorization request as it arrived: how, and with which parameters (RFC 6749 sections 4.1.2 and
/// 4.2.2).</summary>
internal sealed record AuthorizationAnswer(CallbackKind Kind, IReadOnlyDictionary<string, string> Parameters)
{
    public static AuthorizationAnswer None { get; } = new(CallbackKind.None, new Dictionary<string, string>());

    public string? State => Parameters.GetValueOrDefault("state") ?? Parameters.GetValueOrDefault("RelayState")
        ?? Parameters.GetValueOrDefault("wctx");

    /// <summary>The request that a SAML answer says it answers.</summary>
    public string? InResponseTo { get; private init; }

    /// <summary>The answer that a request carries, or null. Chrome drops fragments, so the redirect before it is asked first.</summary>
    public static AuthorizationAnswer? Of(Exchange exchange, Exchange? redirectedFrom)
    {
        if (FederationShape.IsLogout(exchange)) return null;
        if (Holds(exchange.Form)) return WithStatus(new(CallbackKind.FormPost, Values(exchange.Form)), exchange);
        if (Holds(exchange.Query)) return WithStatus(new(CallbackKind.Query, Values(exchange.Query)), exchange);
        var fragment = QueryString.OfFragment(redirectedFrom?.Target ?? exchange.Entry.Request.Url);
        return Holds(fragment) ? new(CallbackKind.Fragment, Values(fragment)) : null;
    }

    /// <summary>An answer that went to an application's own scheme, which no HTTP request shows (RFC 8252 section 7.1).</summary>
    public static AuthorizationAnswer? OfNativeScheme(Exchange exchange)
    {
        if (exchange.Target is not { } target || target.StartsWith("http", StringComparison.OrdinalIgnoreCase)
            || !target.Contains("://", StringComparison.Ordinal)) return null;
        var query = QueryString.OfUrl(target);
        return Holds(query) ? new(CallbackKind.NativeScheme, Values(query)) : null;
    }

    /// <summary>An answer posted between windows: a page of the provider that the application's script reads.</summary>
    public static AuthorizationAnswer? OfWebMessage(Exchange exchange, string? responseMode)
    {
        if (responseMode != "web_message" || exchange.Status != 200) return null;
        var error = PatternTable.Default.NamedErrors.Select(pattern => pattern.Find(exchange.Body, "code"))
            .FirstOrDefault(code => code is not null);
        return new(CallbackKind.WebMessage, error is null ? new Dictionary<string, string>()
            : new Dictionary<string, string> { ["error"] = error });
    }

    public static Dictionary<string, string> Values(IEnumerable<UrlParameter> parameters)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var parameter in parameters) values[parameter.Name] = parameter.Value;
        return values;
    }

    // A status other than success is to SAML what the error parameter is to OAuth.
    private static AuthorizationAnswer WithStatus(AuthorizationAnswer answer, Exchange exchange)
    {
        if (FederationShape.ResponseIn(exchange) is not { } message) return answer;
        if (message.Status is not { IsSuccess: false } status) return answer with { InResponseTo = message.InResponseTo };
        var parameters = new Dictionary<string, string>(answer.Parameters, StringComparer.Ordinal) { ["error"] = status.SubCode ?? status.Code ?? "no-status" };
        if (status.Message is { } text) parameters["error_description"] = text;
        return answer with { InResponseTo = message.InResponseTo, Parameters = parameters };
    }

    private static bool Holds(QueryString parameters) => EndpointTable.Default.AnswerParameters.Any(parameters.Has);
}

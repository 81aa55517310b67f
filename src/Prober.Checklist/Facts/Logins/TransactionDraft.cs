using Prober.Checklist.Facts.Endpoints;
using Prober.Checklist.Facts.Traffic;

namespace Prober.Checklist.Facts.Logins;

/// <summary>A transaction while it is being put together.</summary>
internal sealed class TransactionDraft
{
    private readonly List<Exchange> _chain = [];

    public TransactionDraft(Exchange authorization, string tab, bool isUpstream, bool isUnsolicited = false)
    {
        (Authorization, Tab, IsUpstream, IsUnsolicited) = (authorization, tab, isUpstream, isUnsolicited);
        // Where nobody asked, the first page's parameters are the provider's own.
        Parameters = isUnsolicited ? new Dictionary<string, string>() : RequestParameters.Of(authorization);
        _chain.Add(authorization);
    }

    public Exchange Authorization { get; }

    public string Tab { get; }

    public bool IsUpstream { get; }

    /// <summary>The flow this one is nested in; null for a flow of an application.</summary>
    public TransactionDraft? Parent { get; init; }

    /// <summary>True when nobody asked for the answer: a login that the provider started.</summary>
    public bool IsUnsolicited { get; }

    public IReadOnlyDictionary<string, string> Parameters { get; }

    /// <summary>The identifier that a SAML answer repeats as InResponseTo.</summary>
    public string? RequestId => Parameters.GetValueOrDefault("ID");

    public bool IsFederation => Parameters.ContainsKey("SAMLRequest") || Parameters.ContainsKey("wa");

    public IReadOnlyList<Exchange> Chain => _chain;

    public Exchange? Callback { get; private set; }

    public AuthorizationAnswer Answer { get; private set; } = AuthorizationAnswer.None;

    public bool IsOpen => Answer.Kind == CallbackKind.None;

    public bool InFrame => Authorization.IsFrame || Authorization.InFrame;

    public string? State => Parameters.GetValueOrDefault("state") ?? Parameters.GetValueOrDefault("RelayState")
        ?? Parameters.GetValueOrDefault("wctx");

    public string? RedirectUri => Parameters.GetValueOrDefault("redirect_uri") ?? Parameters.GetValueOrDefault("wreply")
        ?? Parameters.GetValueOrDefault("AssertionConsumerServiceURL");

    private string? AnswerEndpoint => field ??= RedirectUris.Endpoint(RedirectUri);

    /// <summary>Tells one request of a client from its next, also where there is no state.</summary>
    public string Key => KeyOf(Authorization);

    public static string KeyOf(Exchange exchange) => string.Join(
        '|',
        exchange.Authority,
        exchange.Parameter("client_id"),
        exchange.Parameter("state") ?? exchange.Parameter("code_challenge") ?? exchange.Parameter("nonce")
            ?? exchange.Parameter("SAMLRequest")
            ?? exchange.Parameter("wctx") ?? exchange.Parameter("request_uri") ?? exchange.Entry.Request.Url);

    public void Add(Exchange exchange)
    {
        _chain.Add(exchange);
        if (Parent is { IsOpen: true } parent) parent.Add(exchange);
    }

    public void Close(AuthorizationAnswer answer, Exchange? callback) => (Answer, Callback) = (answer, callback);

    public bool AnswersTo(Exchange exchange) => RedirectUri is not null ? AnswerEndpoint is { } wanted && wanted == exchange.Endpoint
        : !exchange.Authority.Equals(Authorization.Authority, StringComparison.OrdinalIgnoreCase);
}

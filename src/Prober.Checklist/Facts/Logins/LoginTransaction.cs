using Prober.Evidence.Har;
using Prober.Evidence.Session;

namespace Prober.Checklist.Facts.Logins;

/// <summary>
/// One run through the protocol: from an authorization request to the callback that answers it, or to the end of the
/// evidence. Keyed by provider host, client and state (OAuth 2.0, RFC 6749 section 4.1).
/// </summary>
public sealed record LoginTransaction
{
    /// <summary>Position among the transactions, in time order.</summary>
    public required int Index { get; init; }

    public required HarEntry Authorization { get; init; }

    /// <summary>Parameters of the authorization request (query and body, request object merged), last value of a name.</summary>
    public required IReadOnlyDictionary<string, string> Parameters { get; init; }

    /// <summary>Names that occurred more than once, which the specification forbids (RFC 6749 section 3.1).</summary>
    public IReadOnlyList<string> DuplicateParameters { get; init; } = [];

    /// <summary>Name of the application in the scenario, when the client or redirect URI tells.</summary>
    public string? Application { get; init; }

    /// <summary>Everything between authorization request and callback that belongs to it, in time order, both included.</summary>
    public required IReadOnlyList<HarEntry> Chain { get; init; }

    /// <summary>A session probe no person sees: prompt=none, web_message, an iframe, or called by a script.</summary>
    public bool IsSilent { get; init; }

    /// <summary>Called by fetch or XMLHttpRequest, which cannot work: a protected API answered with a redirect.</summary>
    public bool IsScriptCall { get; init; }

    /// <summary>True when a login page with controls, or a credential post, belongs to it.</summary>
    public bool WasPrompted { get; init; }

    /// <summary>True for a nested flow whose redirect URI is on the broker.</summary>
    public bool IsUpstream { get; init; }

    public HarEntry? CredentialPost { get; init; }

    /// <summary>The request that reached the application's redirect URI with an answer.</summary>
    public HarEntry? Callback { get; init; }

    public CallbackKind CallbackKind { get; init; }

    /// <summary>Parameters of the answer, from query, fragment or form.</summary>
    public IReadOnlyDictionary<string, string> CallbackParameters { get; init; } = new Dictionary<string, string>();

    /// <summary>Calls of the token endpoint with this transaction's code, as far as the browser made them.</summary>
    public IReadOnlyList<TokenExchange> TokenExchanges { get; init; } = [];

    /// <summary>The phase it began in; null for evidence without phases.</summary>
    public PhaseName? Phase { get; init; }

    /// <summary>True for a login that the provider started by an answer nobody asked for; <see cref="Authorization"/> is its first page then.</summary>
    public bool IsUnsolicited { get; init; }

    /// <summary>Who asks, as the provider knows it: the client, else entity ID or realm.</summary>
    public string? ClientId { get; init; }

    public LoginProtocol Protocol =>
        Parameters.ContainsKey("wa") || CallbackParameters.ContainsKey("wresult") ? LoginProtocol.WsFederation
        : Parameters.ContainsKey("SAMLRequest") || CallbackParameters.ContainsKey("SAMLResponse") || CallbackParameters.ContainsKey("SAMLart") ? LoginProtocol.Saml
        : LoginProtocol.OpenIdConnect;

    /// <summary>Where the answer is wanted: redirect URI, assertion consumer service or wreply.</summary>
    public string? RedirectUri => First(Parameters, "redirect_uri", "wreply", "AssertionConsumerServiceURL");

    /// <summary>What the application sent to find its place again: state, RelayState or wctx.</summary>
    public string? State => First(Parameters, "state", "RelayState", "wctx");

    /// <summary>The same as it came back.</summary>
    public string? AnsweredState => First(CallbackParameters, "state", "RelayState", "wctx");

    public string? Error => CallbackParameters.GetValueOrDefault("error");

    /// <summary>True when the answer carried a code, a token or an assertion.</summary>
    public bool Succeeded => Callback is not null && Error is null &&
        Results.Any(CallbackParameters.ContainsKey);

    private static readonly string[] Results = ["code", "id_token", "access_token", "SAMLResponse", "SAMLart", "wresult"];

    private static string? First(IReadOnlyDictionary<string, string> parameters, params IReadOnlyList<string> names) =>
        names.Select(name => parameters.GetValueOrDefault(name)).FirstOrDefault(value => value is not null);
}

/// <summary>In which language application and provider speak of the login.</summary>
public enum LoginProtocol
{
    /// <summary>OAuth 2.0 and OpenID Connect.</summary>
    OpenIdConnect,
    Saml,
    WsFederation,
}

/// <summary>How an answer came back to the application.</summary>
public enum CallbackKind
{
    None,
    Query,
    Fragment,
    FormPost,
    WebMessage,
    NativeScheme,
}

/// <summary>One call of the token endpoint (RFC 6749 section 3.2) that the browser made.</summary>
/// <param name="Entry">The exchange.</param>
/// <param name="GrantType">As sent.</param>
/// <param name="Code">Fingerprint of the code, when sent.</param>
/// <param name="Error">The error answered, or <c>cors</c> when the browser refused the answer; null on success.</param>
/// <param name="Description">The error's description.</param>
public sealed record TokenExchange(HarEntry Entry, string? GrantType, string? Code, string? Error, string? Description);

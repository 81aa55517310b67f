using Prober.Checklist.Facts.Pages;
using Prober.Checklist.Facts.Traffic;
using Prober.Evidence.Expected;

namespace Prober.Checklist.Facts.Endpoints;

/// <summary>
/// Says of each exchange what it is in the protocol: by the discovery document first, by what is expected second, by the
/// shape of the request and the vendors' paths last.
/// </summary>
internal sealed class EndpointRoles
{
    private static readonly (string Name, EndpointRole Role)[] Discovered =
    [
        ("authorization_endpoint", EndpointRole.Authorization), ("token_endpoint", EndpointRole.Token),
            ("userinfo_endpoint", EndpointRole.UserInfo),
        ("jwks_uri", EndpointRole.Keys), ("end_session_endpoint", EndpointRole.Logout),
    ];

    private readonly Sides _sides;
    private readonly RedirectChains _chains;
    private readonly IReadOnlyList<VendorEndpoints> _vendors;
    private readonly Dictionary<string, EndpointRole?> _byPath = new(StringComparer.Ordinal);
    private readonly HashSet<string> _callbacks;
    private readonly HashSet<string> _brokerCallbacks;
    private readonly HashSet<string> _startPages;
    private readonly Exchange? _firstPage;

    public EndpointRoles(Sides sides, RedirectChains chains, Expectations expected)
    {
        (_sides, _chains) = (sides, chains);
        // Where nothing else tells, a person starts at the application.
        _firstPage = chains.Exchanges.FirstOrDefault(exchange => exchange.IsDocument);
        _vendors = [.. EndpointTable.Default.InOrderFor(expected.Provider.Kind)];
        var requested = chains.Exchanges.Where(AuthorizationShape.Matches).Select(AuthorizationShape.AnswerAddress)
            .OfType<string>().Select(Address).ToHashSet();
        _brokerCallbacks = [.. requested.Where(url => Uri.TryCreate(url, UriKind.Absolute, out var uri) && sides.IsProvider(uri))];
        _callbacks = [.. requested.Except(_brokerCallbacks)
            .Concat(expected.Applications.SelectMany(application => application.CallbackUrls).Select(Address))];
        _startPages = [.. expected.Applications.SelectMany(application => new[] { application.Url, application.ProtectedUrl })
            .OfType<string>().Select(Address)];
    }

    public IReadOnlyList<EndpointRole> Roles() => [.. _chains.Exchanges.Select(RoleOf)];

    /// <summary>Parameters of an authorization answer in the query, the form, or the fragment that only the redirect before it
    /// shows.</summary>
    public static bool HasAnswer(Exchange exchange, RedirectChains chains) =>
        EndpointTable.Default.AnswerParameters.Any(name => exchange.Has(name)
            || Evidence.Har.QueryString.OfFragment(chains.RedirectedFrom(exchange)?.Target ?? exchange.Entry.Request.Url).Has(name));

    private EndpointRole RoleOf(Exchange exchange)
    {
        if (exchange.Uri is null) return EndpointRole.ThirdParty;
        if (_sides.IsUpstream(exchange)) return OfUpstream(exchange);
        if (_sides.IsProvider(exchange)) return OfProvider(exchange);
        if (IsCallback(exchange) || IsPostedAnswer(exchange)) return EndpointRole.ApplicationCallback;
        if (AuthorizationShape.IsTokenRequest(exchange)) return EndpointRole.Token;
        return _sides.IsApplication(exchange) ? EndpointRole.Application : OfOther(exchange);
    }

    private bool IsCallback(Exchange exchange)
    {
        var address = Address(exchange.Address);
        if (!_callbacks.Contains(address)) return false;
        return HasAnswer(exchange, _chains) || (exchange.IsDocument && exchange.Path.Length > 1 && !_startPages.Contains(address));
    }

    private static EndpointRole OfUpstream(Exchange exchange) =>
        IsCredentialPost(exchange) ? EndpointRole.CredentialPost
        : AuthorizationShape.Matches(exchange) ? EndpointRole.UpstreamAuthorization
        : LoginControls.AreLogin(exchange.Controls.Value) && exchange.Status == 200 ? EndpointRole.LoginPage : EndpointRole.Upstream;

    private EndpointRole OfProvider(Exchange exchange)
    {
        if (IsCredentialPost(exchange)) return EndpointRole.CredentialPost;
        var discovered = Discovered.Where(endpoint => _sides.IsDiscovered(exchange, endpoint.Name))
            .Select(endpoint => (EndpointRole?)endpoint.Role).FirstOrDefault();
        if (discovered is { } role) return role;
        if (AuthorizationShape.IsTokenRequest(exchange)) return EndpointRole.Token;
        if (exchange.Parameter("wa") == "wsignout1.0" || FederationShape.IsLogout(exchange)) return EndpointRole.Logout;
        if (_brokerCallbacks.Contains(Address(exchange.Address))) return EndpointRole.BrokerCallback;
        if (OfVendors(exchange.Path) is { } byPath)
            return Refine(byPath, exchange);
        return AuthorizationShape.Matches(exchange) ? EndpointRole.Authorization
            : IsPostedAnswer(exchange) ? EndpointRole.BrokerCallback : OfProviderPage(exchange);
    }

    // Dozens of patterns for each vendor, and the same few paths with every login.
    private EndpointRole? OfVendors(string path)
    {
        if (_byPath.TryGetValue(path, out var known)) return known;
        return _byPath[path] = _vendors.Select(vendor => vendor.RoleOf(path)).FirstOrDefault(found => found is not null);
    }

    private static bool IsPostedAnswer(Exchange exchange) => exchange.IsPost && FederationShape.IsAnswer(exchange);

    private static EndpointRole Refine(EndpointRole role, Exchange exchange) => role switch
    {
        // Active Directory Federation Services have one address for requests and login page.
        EndpointRole.LoginPage when FederationShape.IsLoginRequest(exchange) => EndpointRole.Authorization,
        EndpointRole.LoginPage when exchange.IsPost => EndpointRole.CredentialPost,
        // A bare path such as /auth or /login means something only with the parameters of a request.
        EndpointRole.Authorization when !AuthorizationShape.Matches(exchange) => OfProviderPage(exchange),
        _ => role,
    };

    private static EndpointRole OfProviderPage(Exchange exchange)
    {
        if (!exchange.IsNavigation || exchange.Target is not null) return EndpointRole.Provider;
        if (LoginControls.AreLogin(exchange.Controls.Value)) return EndpointRole.LoginPage;
        return exchange.Status >= 400 ? EndpointRole.ErrorPage : EndpointRole.Provider;
    }

    private EndpointRole OfOther(Exchange exchange) =>
        AuthorizationShape.Matches(exchange) ? EndpointRole.Authorization
        : exchange.Path.Contains("/.well-known/openid-configuration", StringComparison.Ordinal) ? EndpointRole.Discovery
        : exchange.Authority == _firstPage?.Authority ? EndpointRole.Application
        : EndpointRole.ThirdParty;

    private static bool IsCredentialPost(Exchange exchange)
    {
        if (!exchange.IsPost || AuthorizationShape.IsTokenRequest(exchange)) return false;
        var patterns = PatternTable.Default;
        if (exchange.Form.Any(field => patterns.PasswordFields.Matches(field.Name))) return true;
        if (exchange.Form.Count > 0 && !exchange.Has("SAMLResponse")
            && exchange.Form.Any(field => patterns.IdentifierFields.Matches(field.Name))) return true;
        return exchange.Form.Count == 0 && patterns.PasswordInJson.Matches(exchange.Entry.Request.PostData?.Text);
    }

    private static string Address(string url) =>
        Evidence.Har.UrlParts.Of(url).Path is var path && Uri.TryCreate(path, UriKind.Absolute, out var uri)
        ? uri.GetLeftPart(UriPartial.Path) : url;
}

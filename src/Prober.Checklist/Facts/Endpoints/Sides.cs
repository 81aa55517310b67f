using System.Text.Json.Nodes;
using Prober.Checklist.Facts.Traffic;
using Prober.Evidence;
using Prober.Evidence.Saml.Metadata;

namespace Prober.Checklist.Facts.Endpoints;

/// <summary>Which hosts stand on which side: the provider, the providers behind it, the applications.</summary>
internal sealed class Sides
{
    private static readonly string[] Endpoints =
        ["issuer", "authorization_endpoint", "token_endpoint", "userinfo_endpoint", "end_session_endpoint"];

    private readonly HashSet<string> _provider = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _upstream = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _applications = new(StringComparer.OrdinalIgnoreCase);
    private readonly string? _issuerPath;
    private readonly SamlMetadata? _saml;

    public Sides(EvidenceBundle bundle, RedirectChains chains)
    {
        var expected = bundle.Expectations;
        Discovery = bundle.Provider.Value?.Discovery;
        _saml = bundle.Provider.Value?.Saml;
        Add(_upstream, expected.Provider.UpstreamHosts);
        Add(_provider, expected.Provider.Hosts.Append(AuthorityOf(expected.Provider.Issuer)).Concat(DiscoveredHosts()).Except(_upstream));
        Add(_applications, expected.Applications.SelectMany(application => application.CallbackUrls.Append(application.Url))
            .Select(AuthorityOf));
        _issuerPath = Uri.TryCreate(expected.Provider.Issuer, UriKind.Absolute, out var issuer) && issuer.AbsolutePath.Length > 1
            ? issuer.AbsolutePath.TrimEnd('/') : null;
        AddFromRequests([.. chains.Exchanges.Where(AuthorizationShape.Matches)]);
        if (_provider.Count == 0) AddFromAnswers(chains);
        if (_provider.Count == 0) AddFromLoginPages(chains, expected.Provider.Kind);
    }

    public JsonObject? Discovery { get; }

    public IReadOnlySet<string> ProviderHosts => _provider;

    public IReadOnlySet<string> UpstreamHosts => _upstream;

    public IReadOnlySet<string> ApplicationHosts => _applications;

    public bool IsUpstream(Exchange exchange) => IsAmong(_upstream, exchange.Uri);

    public bool IsUpstream(Uri? uri) => IsAmong(_upstream, uri);

    public bool IsProvider(Exchange exchange) => IsProvider(exchange.Uri);

    public bool IsProvider(Uri? uri) => IsAmong(_provider, uri) && !IsSharedWithApplication(uri!);

    public bool IsApplication(Exchange exchange) => IsAmong(_applications, exchange.Uri);

    /// <summary>An address that the discovery document names, for instance <c>token_endpoint</c>.</summary>
    public bool IsDiscovered(Exchange exchange, string name) =>
        Discovery?[name] is JsonValue value && value.TryGetValue<string>(out var url) && SameEndpoint(url, exchange);

    private static bool SameEndpoint(string url, Exchange exchange) =>
        Uri.TryCreate(url, UriKind.Absolute, out var endpoint) && exchange.Uri is { } uri
        && endpoint.Authority.Equals(uri.Authority, StringComparison.OrdinalIgnoreCase) && endpoint.AbsolutePath == uri.AbsolutePath;

    // Application and provider behind one host name are told apart by the issuer's path or by the endpoint's own.
    private bool IsSharedWithApplication(Uri uri) =>
        IsAmong(_applications, uri) && !(_issuerPath is not null && uri.AbsolutePath.StartsWith(_issuerPath, StringComparison.Ordinal))
        && !EndpointTable.Default.Vendors.Any(vendor => vendor.RoleOf(uri.AbsolutePath) is not null);

    private void AddFromRequests(IReadOnlyList<Exchange> requests)
    {
        var senders = requests.Select(request => request.Authority).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var request in requests)
        {
            var answerTo = AuthorityOf(AuthorizationShape.AnswerAddress(request));
            var isNested = answerTo is not null && !answerTo.Equals(request.Authority, StringComparison.OrdinalIgnoreCase)
                && (_provider.Contains(answerTo) || (senders.Contains(answerTo) && !_applications.Contains(answerTo)));
            if (isNested || _upstream.Contains(request.Authority)) _upstream.Add(request.Authority);
            else if (!_upstream.Contains(request.Authority)) _provider.Add(request.Authority);
            if (answerTo is not null && !isNested) _applications.Add(answerTo);
        }

        _provider.ExceptWith(_upstream);
    }

    // A file that starts in the middle has no authorization request; a vendor's login page still gives its host away.
    private void AddFromLoginPages(RedirectChains chains, string kind)
    {
        var vendors = EndpointTable.Default.InOrderFor(kind).ToList();
        var pages = chains.Exchanges.Where(exchange => exchange is { IsPost: true } && !IsApplication(exchange)
            && vendors.Any(vendor => vendor.RoleOf(exchange.Path) is EndpointRole.LoginPage or EndpointRole.Resume));
        Add(_provider, pages.Select(page => page.Authority));
    }

    // Nobody asks for a login that the provider starts; the page that posts the assertion is the provider's.
    private void AddFromAnswers(RedirectChains chains)
    {
        foreach (var answer in chains.Exchanges.Where(exchange => exchange.IsPost && FederationShape.IsAnswer(exchange)))
        {
            if (AuthorityOf(answer.Entry.Request.Headers["origin"] ?? answer.Entry.Request.Headers["referer"]) is not { } sender || sender == answer.Authority) continue;
            if (!_applications.Contains(sender)) _provider.Add(sender);
            if (!_provider.Contains(answer.Authority)) _applications.Add(answer.Authority);
        }
    }

    private IEnumerable<string?> DiscoveredHosts() =>
    [
        .. Discovery is null ? [] : Endpoints
            .Select(name => Discovery[name] is JsonValue value && value.TryGetValue<string>(out var url) ? AuthorityOf(url) : null),
        .. _saml is null ? [] : _saml.SingleSignOn.Concat(_saml.SingleLogout).Select(endpoint => AuthorityOf(endpoint.Location)),
    ];

    private static bool IsAmong(HashSet<string> hosts, Uri? uri) =>
        uri is not null && (hosts.Contains(uri.Authority) || hosts.Contains(uri.Host));

    private static void Add(HashSet<string> to, IEnumerable<string?> hosts) =>
        to.UnionWith(hosts.OfType<string>().Where(host => host.Length > 0));

    private static string? AuthorityOf(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Authority.Length > 0 ? uri.Authority : null;
}

using Prober.Checklist.Facts.Cookies;
using Prober.Checklist.Facts.Endpoints;
using Prober.Checklist.Facts.Errors;
using Prober.Checklist.Facts.Logins;
using Prober.Checklist.Facts.Logouts;
using Prober.Checklist.Facts.Traffic;
using Prober.Checklist.Reports;
using Prober.Evidence;
using Prober.Evidence.Har;
using Prober.Evidence.Session;

namespace Prober.Checklist.Facts;

/// <summary>What the traffic means, derived once and read by every check. What nobody asks for is not derived.</summary>
public sealed class EvidenceFacts
{
    private readonly Lazy<IReadOnlyList<ReturnedError>> _errors;
    private readonly Lazy<IReadOnlyList<CookieOffer>> _cookies;
    private readonly Lazy<LogoutFlow?> _logout;
    private readonly Lazy<IReadOnlyDictionary<string, double>> _clockSkew;
    private readonly Lazy<IReadOnlyList<LoginLoop>> _loops;
    private readonly Lazy<IReadOnlyList<QualityFlag>> _quality;
    private readonly Lazy<IReadOnlyList<Exchange>> _callbacks;

    internal EvidenceFacts(EvidenceBundle bundle, HarLog traffic)
    {
        Chains = new RedirectChains(traffic);
        var sides = new Sides(bundle, Chains);
        Roles = new EndpointRoles(sides, Chains, bundle.Expectations).Roles();
        TokenExchanges = Logins.TokenExchanges.Of(Chains, Roles);
        Transactions = new Transactions(bundle, Roles, TokenExchanges).Finish(new TransactionBuilder(Chains, Roles).Build());
        (ProviderHosts, UpstreamHosts, ApplicationHosts) = (sides.ProviderHosts, sides.UpstreamHosts, sides.ApplicationHosts);
        _errors = new(() => ErrorsOf(Chains, Roles, sides, Transactions, TokenExchanges));
        _cookies = new(() => new CookieTimeline(Chains).Offers());
        _logout = new(() => new LogoutFlows(bundle, Chains, Roles, sides, Transactions).Find());
        _clockSkew = new(() => Evidence.Har.ClockSkew.Of(traffic));
        _loops = new(() => new LoginLoops(Chains, Roles, Transactions, bundle.Phases.Value).Find());
        _callbacks = new(() => [.. Chains.Exchanges.Where(exchange => Roles[exchange.Index] == EndpointRole.ApplicationCallback && exchange.IsNavigation)]);
        _quality = new(() => new QualityFlags(bundle, Chains, Roles, sides, Transactions).Find());
    }

    /// <summary>Role of each entry, by <see cref="HarEntry.Index"/>.</summary>
    public IReadOnlyList<EndpointRole> Roles { get; }

    /// <summary>Every authorization request with its answer, in time order, silent ones included.</summary>
    public IReadOnlyList<LoginTransaction> Transactions { get; }

    /// <summary>Calls of the token endpoint, in time order.</summary>
    public IReadOnlyList<TokenExchange> TokenExchanges { get; }

    /// <summary>Errors that servers returned, in time order.</summary>
    public IReadOnlyList<ReturnedError> Errors => _errors.Value;

    /// <summary>Set-Cookie headers with what became of them.</summary>
    public IReadOnlyList<CookieOffer> Cookies => _cookies.Value;

    /// <summary>Null when no logout was seen.</summary>
    public LogoutFlow? Logout => _logout.Value;

    /// <summary>Clock of each host against the browser's, in seconds (positive: the host is ahead); one second of resolution.</summary>
    public IReadOnlyDictionary<string, double> ClockSkew => _clockSkew.Value;

    /// <summary>Cycles of pages that repeat: a login loop.</summary>
    public IReadOnlyList<LoginLoop> Loops => _loops.Value;

    /// <summary>What limits this evidence.</summary>
    public IReadOnlyList<QualityFlag> Quality => _quality.Value;

    /// <summary>Hosts (with port) that belong to the identity provider.</summary>
    public IReadOnlySet<string> ProviderHosts { get; }

    /// <summary>Hosts of identity providers behind the provider.</summary>
    public IReadOnlySet<string> UpstreamHosts { get; }

    /// <summary>Hosts of the applications.</summary>
    public IReadOnlySet<string> ApplicationHosts { get; }

    public EndpointRole RoleOf(HarEntry entry) => Roles[entry.Index];

    public bool Has(string qualityFlag) => Quality.Any(flag => flag.Id == qualityFlag);

    /// <summary>Transactions of people, not of silent probes and not nested, in time order.</summary>
    public IEnumerable<LoginTransaction> Interactive => Transactions.Where(transaction => !transaction.IsSilent && !transaction.IsUpstream);

    /// <summary>
    /// The transactions that began in a phase. Evidence without phases is told apart by clients and tabs: the first client's are the
    /// login, its later ones in another tab the second tab, those of other clients single sign-on, and all after a logout "signed out".
    /// </summary>
    public IEnumerable<LoginTransaction> Of(PhaseName phase) =>
        Interactive.Where(transaction => (transaction.Phase ?? GuessPhase(transaction)) == phase);

    /// <summary>The tab of an exchange, as far as the recorder tells tabs apart.</summary>
    public string TabOf(HarEntry entry) => Chains.TabOf(Chains.Exchanges[entry.Index]);

    /// <summary>The redirect that caused a request; null when none did.</summary>
    public HarEntry? RedirectedFrom(HarEntry entry) => Chains.RedirectedFrom(Chains.Exchanges[entry.Index])?.Entry;

    /// <summary>The request that a redirect caused; null when there was none.</summary>
    public HarEntry? RedirectedTo(HarEntry entry) => Chains.RedirectedTo(Chains.Exchanges[entry.Index])?.Entry;

    /// <summary>Every request that brought the same code or assertion to the application, the callback itself and repetitions of it.</summary>
    public IReadOnlyList<HarEntry> CallbackRequests(LoginTransaction transaction) =>
        transaction.Callback is not { } callback
        || SingleUse.FirstOrDefault(transaction.CallbackParameters.ContainsKey) is not { } name || transaction.CallbackParameters[name] is not { } value ? [] :
        [
            .. _callbacks.Value.Where(exchange => exchange.Parameter(name) == value
                && RedirectUris.SameEndpoint(exchange.Entry.Request.Url, callback.Request.Url)).Select(exchange => exchange.Entry),
        ];

    /// <summary>True for a page of the tab itself or a step on the way to one; false for frames, scripts and assets.</summary>
    public bool IsDocument(HarEntry entry) => Chains.Exchanges[entry.Index].IsDocument;

    /// <summary>True for a page in a frame of another page.</summary>
    public bool IsInFrame(HarEntry entry) => Chains.Exchanges[entry.Index] is { IsNavigation: true, IsDocument: false, IsPrefetch: false };

    internal RedirectChains Chains { get; }

    private static readonly string[] SingleUse = ["code", "SAMLResponse", "wresult", "SAMLart"];

    private static IReadOnlyList<ReturnedError> ErrorsOf(
        RedirectChains chains, IReadOnlyList<EndpointRole> roles, Sides sides, IReadOnlyList<LoginTransaction> transactions,
            IReadOnlyList<TokenExchange> exchanges)
    {
        var refusals = new CredentialRefusals(chains, roles, transactions).Find().ToList();
        var others = new ErrorReader(chains, roles, sides, transactions).Read(exchanges)
            .Where(error => refusals.TrueForAll(refusal => refusal.Entry != error.Entry));
        return [.. refusals.Concat(others).OrderBy(error => error.Entry.Index)];
    }

    private PhaseName GuessPhase(LoginTransaction transaction)
    {
        if (Logout?.ProviderRequest is { } logout && transaction.Authorization.Index > logout.Index) return PhaseName.SignedOut;
        var first = Interactive.First();
        if (transaction.ClientId != first.ClientId) return PhaseName.Sso;
        return TabOf(transaction.Authorization) == TabOf(first.Authorization) ? PhaseName.Login : PhaseName.SecondTab;
    }
}

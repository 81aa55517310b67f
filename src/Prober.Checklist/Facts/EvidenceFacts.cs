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

/// <summary>What the traffic means, derived once and read by every check.</summary>
public sealed class EvidenceFacts
{
    private EvidenceFacts(RedirectChains chains) => Chains = chains;

    /// <summary>Role of each entry, by <see cref="HarEntry.Index"/>.</summary>
    public required IReadOnlyList<EndpointRole> Roles { get; init; }

    /// <summary>Every authorization request with its answer, in time order, silent ones included.</summary>
    public required IReadOnlyList<LoginTransaction> Transactions { get; init; }

    /// <summary>Calls of the token endpoint, in time order.</summary>
    public required IReadOnlyList<TokenExchange> TokenExchanges { get; init; }

    /// <summary>Errors that servers returned, in time order.</summary>
    public required IReadOnlyList<ReturnedError> Errors { get; init; }

    /// <summary>Set-Cookie headers with what became of them.</summary>
    public required IReadOnlyList<CookieOffer> Cookies { get; init; }

    /// <summary>Null when no logout was seen.</summary>
    public required LogoutFlow? Logout { get; init; }

    /// <summary>Clock of each host against the browser's, in seconds (positive: the host is ahead); one second of resolution.</summary>
    public required IReadOnlyDictionary<string, double> ClockSkew { get; init; }

    /// <summary>Cycles of pages that repeat: a login loop.</summary>
    public required IReadOnlyList<LoginLoop> Loops { get; init; }

    /// <summary>What limits this evidence.</summary>
    public required IReadOnlyList<QualityFlag> Quality { get; init; }

    /// <summary>Hosts (with port) that belong to the identity provider.</summary>
    public required IReadOnlySet<string> ProviderHosts { get; init; }

    /// <summary>Hosts of identity providers behind the provider.</summary>
    public required IReadOnlySet<string> UpstreamHosts { get; init; }

    /// <summary>Hosts of the applications.</summary>
    public required IReadOnlySet<string> ApplicationHosts { get; init; }

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
            .. Chains.Exchanges.Where(exchange =>
                exchange.IsNavigation && RoleOf(exchange.Entry) == EndpointRole.ApplicationCallback && exchange.Parameter(name) == value
                && RedirectUris.SameEndpoint(exchange.Entry.Request.Url, callback.Request.Url)).Select(exchange => exchange.Entry),
        ];

    /// <summary>True for a page of the tab itself or a step on the way to one; false for frames, scripts and assets.</summary>
    public bool IsDocument(HarEntry entry) => Chains.Exchanges[entry.Index].IsDocument;

    /// <summary>True for a page in a frame of another page.</summary>
    public bool IsInFrame(HarEntry entry) => Chains.Exchanges[entry.Index] is { IsNavigation: true, IsDocument: false, IsPrefetch: false };

    internal RedirectChains Chains { get; }

    private static readonly string[] SingleUse = ["code", "SAMLResponse", "wresult", "SAMLart"];

    internal static EvidenceFacts Derive(EvidenceBundle bundle, HarLog traffic)
    {
        var chains = new RedirectChains(traffic);
        var sides = new Sides(bundle, chains);
        var roles = new EndpointRoles(sides, chains, bundle.Expectations).Roles();
        var exchanges = Logins.TokenExchanges.Of(chains, roles);
        var transactions = new Transactions(bundle, roles, exchanges).Finish(new TransactionBuilder(chains, roles).Build());
        return new EvidenceFacts(chains)
        {
            Roles = roles,
            Transactions = transactions,
            TokenExchanges = exchanges,
            Errors = ErrorsOf(chains, roles, sides, transactions, exchanges),
            Cookies = new CookieTimeline(chains).Offers(),
            Logout = new LogoutFlows(bundle, chains, roles, sides, transactions).Find(),
            ClockSkew = Evidence.Har.ClockSkew.Of(traffic),
            Loops = new LoginLoops(chains, roles, transactions, bundle.Phases.Value).Find(),
            Quality = new QualityFlags(bundle, chains, roles, sides, transactions).Find(),
            ProviderHosts = sides.ProviderHosts,
            UpstreamHosts = sides.UpstreamHosts,
            ApplicationHosts = sides.ApplicationHosts,
        };
    }

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

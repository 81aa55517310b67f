using Prober.Checklist.Reports;
using Prober.Evidence;
using Prober.Evidence.Har;
using Prober.Evidence.Session;

namespace Prober.Checklist.Facts;

/// <summary>What the traffic means, derived once and read by every check.</summary>
public sealed class EvidenceFacts
{
    private EvidenceFacts()
    {
    }

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

    public EndpointRole RoleOf(HarEntry entry) => Roles[entry.Index];

    public bool Has(string qualityFlag) => Quality.Any(flag => flag.Id == qualityFlag);

    /// <summary>Transactions of people, not of silent probes and not nested, in time order.</summary>
    public IEnumerable<LoginTransaction> Interactive => Transactions.Where(transaction => !transaction.IsSilent && !transaction.IsUpstream);

    /// <summary>The transactions that began in a phase; for evidence without phases, by order of clients.</summary>
    public IEnumerable<LoginTransaction> Of(PhaseName phase) => Interactive.Where(transaction => transaction.Phase == phase);

    internal static EvidenceFacts Derive(EvidenceBundle bundle, HarLog traffic) => throw new NotImplementedException($"{bundle.Run.Id} {traffic.Creator}");
}

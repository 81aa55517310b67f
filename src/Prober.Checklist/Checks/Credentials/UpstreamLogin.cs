using Prober.Checklist.Facts;
using Prober.Checklist.Facts.Endpoints;
using Prober.Checklist.Facts.Logins;
using Prober.Evidence.Har;

namespace Prober.Checklist.Checks.Credentials;

/// <summary>The way through a provider behind the provider: request, credentials, and how the browser came back.</summary>
/// <param name="Transaction">The nested login; null where the upstream provider was reached without a request this reader knows.</param>
/// <param name="Chain">Everything at the upstream provider, in time order.</param>
/// <param name="Callbacks">Requests that brought its answer to the broker.</param>
/// <param name="Stray">A request that carried its answer somewhere else.</param>
internal sealed record UpstreamLogin(
    LoginTransaction? Transaction, IReadOnlyList<HarEntry> Chain, IReadOnlyList<HarEntry> Callbacks, HarEntry? Stray, HarEntry Last)
{
    public string Host => Chain[0].Request.Uri?.Authority ?? "the upstream provider";

    /// <summary>Where the answer should go.</summary>
    public string Expected => Transaction?.RedirectUri ?? "the broker";

    public HarEntry? Submission { get; private init; }

    public string? Error => Transaction?.Error;

    /// <summary>Null when the login went to no upstream provider.</summary>
    public static UpstreamLogin? Of(EvidenceReader evidence, LoginCourse course)
    {
        var facts = evidence.Facts;
        var (from, to) = (course.Transactions is [var first, ..] ? first.Authorization.Index : 0, course.Phase?.EndedAt ?? DateTimeOffset.MaxValue);
        var entries = evidence.Traffic.Entries.Where(entry => entry.Index >= from && entry.StartedAt <= to && facts.IsDocument(entry)).ToList();
        var chain = entries.Where(entry => IsUpstream(facts, entry)).ToList();
        if (chain.Count == 0) return null;
        var transaction = facts.Transactions.FirstOrDefault(nested => nested.IsUpstream && nested.Authorization.Index >= from && nested.Authorization.StartedAt <= to);
        var after = entries.Where(entry => entry.Index > chain[0].Index && !IsUpstream(facts, entry)).ToList();
        var callbacks = after.Where(entry => IsCallback(facts, entry, transaction)).ToList();
        return new(transaction, chain, callbacks, callbacks.Count > 0 ? null : Strays(facts, after, transaction).FirstOrDefault(),
            callbacks.Count > 0 ? callbacks[^1] : entries[^1])
        {
            Submission = chain.LastOrDefault(entry => facts.RoleOf(entry) == EndpointRole.CredentialPost),
        };
    }

    private static bool IsUpstream(EvidenceFacts facts, HarEntry entry) =>
        facts.RoleOf(entry) is EndpointRole.Upstream or EndpointRole.UpstreamAuthorization
        || (entry.Request.Uri is { } uri && facts.UpstreamHosts.Contains(uri.Authority));

    private static bool IsCallback(EvidenceFacts facts, HarEntry entry, LoginTransaction? transaction) =>
        transaction?.RedirectUri is { } expected ? RedirectUris.SameEndpoint(entry.Request.Url, expected)
        : facts.RoleOf(entry) == EndpointRole.BrokerCallback;

    // An answer that was carried to another path of the broker, or anywhere else. Who did not see the request does not know the right path.
    private static IEnumerable<HarEntry> Strays(EvidenceFacts facts, List<HarEntry> after, LoginTransaction? transaction) =>
        transaction is null ? [] : after.Where(entry => facts.RoleOf(entry) is not EndpointRole.ApplicationCallback && HasAnswer(entry, transaction));

    private static bool HasAnswer(HarEntry entry, LoginTransaction? transaction)
    {
        var parameters = QueryString.OfUrl(entry.Request.Url).Concat(FormBody.Of(entry.Request) ?? QueryString.Parse("")).ToList();
        var carries = parameters.Any(parameter => parameter.Name is "code" or "SAMLResponse" or "wresult" or "id_token" or "error");
        return carries && (transaction?.State is not { } state
            || parameters.Any(parameter => parameter.Name is "state" or "RelayState" or "wctx" && parameter.Value == state));
    }
}

using Prober.Checklist.Facts.Endpoints;
using Prober.Checklist.Facts.Traffic;

namespace Prober.Checklist.Facts.Logins;

/// <summary>Walks the traffic once and puts every exchange into the transaction it belongs to.</summary>
internal sealed class TransactionBuilder(RedirectChains chains, IReadOnlyList<EndpointRole> roles)
{
    private readonly List<TransactionDraft> _drafts = [];
    private readonly Dictionary<int, TransactionDraft> _ownerOf = [];

    public IReadOnlyList<TransactionDraft> Build()
    {
        foreach (var exchange in chains.Exchanges.Where(exchange => !IsPreflight(exchange))) Place(exchange);
        return _drafts;
    }

    private void Place(Exchange exchange)
    {
        var role = roles[exchange.Index];
        var isRequest = role is EndpointRole.Authorization or EndpointRole.UpstreamAuthorization && !exchange.IsPrefetch;
        var draft = isRequest ? Continued(exchange) ?? Begin(exchange, role) : OwnerOf(exchange, role);
        if (draft is null) return;
        if (draft.Authorization != exchange) draft.Add(exchange);
        _ownerOf[exchange.Index] = draft;
        if (AuthorizationAnswer.OfNativeScheme(exchange) is { } native) draft.Close(native, null);
        else if (AuthorizationAnswer.OfWebMessage(
            exchange, draft.Parameters.GetValueOrDefault("response_mode")) is { } message) draft.Close(message, null);
    }

    private TransactionDraft Begin(Exchange exchange, EndpointRole role)
    {
        var isUpstream = role == EndpointRole.UpstreamAuthorization;
        var parent = isUpstream ? Open(exchange).FirstOrDefault(draft => !draft.IsUpstream) : null;
        var draft = new TransactionDraft(exchange, chains.TabOf(exchange), isUpstream) { Parent = parent };
        parent?.Add(exchange);
        _drafts.Add(draft);
        return draft;
    }

    // After the login the authorization endpoint is often called again with the same parameters: that is one request, not two.
    private TransactionDraft? Continued(Exchange exchange)
    {
        var key = TransactionDraft.KeyOf(exchange);
        var before = chains.RedirectedFrom(exchange);
        return Open(exchange).FirstOrDefault(draft => draft.Key == key
            || (before is not null && draft.Chain.Contains(before) && before.Authority == exchange.Authority
                && draft.Authorization.Authority == exchange.Authority
                && draft.Parameters.GetValueOrDefault("client_id") == (exchange.Parameter("client_id")
                    ?? draft.Parameters.GetValueOrDefault("client_id"))));
    }

    private TransactionDraft? OwnerOf(Exchange exchange, EndpointRole role)
    {
        if (AuthorizationAnswer.Of(exchange, chains.RedirectedFrom(exchange)) is { } answer && role != EndpointRole.Token
            && (Answered(exchange, answer) ?? Unsolicited(exchange, role)) is { } answered)
        {
            answered.Close(answer, exchange);
            return answered;
        }

        if (chains.RedirectedFrom(exchange) is { } before && _ownerOf.GetValueOrDefault(before.Index) is { } owner)
            return owner.IsOpen && IsOfLogin(role) ? owner : owner.Parent is { IsOpen: true } parent && IsOfLogin(role) ? parent : null;
        return IsOfLogin(role) && role != EndpointRole.Logout ? Open(exchange).FirstOrDefault(draft => SharesHost(draft, exchange)) : null;
    }

    private TransactionDraft? Answered(Exchange exchange, AuthorizationAnswer answer)
    {
        var open = _drafts.AsEnumerable().Reverse().Where(draft => draft.IsOpen).ToList();
        var candidates = open.Where(draft => draft.AnswersTo(exchange)).ToList();
        var before = chains.RedirectedFrom(exchange);
        return open.FirstOrDefault(draft => answer.InResponseTo is { } asked && draft.RequestId == asked)
            ?? candidates.FirstOrDefault(draft => before is not null && draft.Chain.Contains(before))
            ?? candidates.FirstOrDefault(draft => draft.State is not null && draft.State == answer.State)
            ?? candidates.FirstOrDefault(draft => draft.Tab == chains.TabOf(exchange) && draft.InFrame == IsFramed(exchange))
            // An assertion that went to another address than was asked for still is the answer.
            ?? (FederationShape.IsAnswer(exchange) ? Open(exchange).FirstOrDefault(draft => draft.IsFederation && !draft.Authorization.Authority.Equals(exchange.Authority, StringComparison.OrdinalIgnoreCase)) : null);
    }

    /// <summary>A login that the provider started: it begins with the provider's pages before the answer, and nothing asked for it.</summary>
    private TransactionDraft? Unsolicited(Exchange answer, EndpointRole role)
    {
        if (!FederationShape.IsAnswer(answer) || role != EndpointRole.ApplicationCallback) return null;
        var pages = new List<Exchange>();
        for (var page = chains.PreviousPage(answer); page is not null && roles[page.Index] != EndpointRole.Logout && IsOfLogin(roles[page.Index]) && !_ownerOf.ContainsKey(page.Index); page = chains.PreviousPage(page))
            pages.Insert(0, page);
        var draft = new TransactionDraft(pages.Count > 0 ? pages[0] : answer, chains.TabOf(answer), isUpstream: false, isUnsolicited: true);
        foreach (var page in pages.Skip(1)) draft.Add(page);
        foreach (var page in pages) _ownerOf[page.Index] = draft;
        _drafts.Add(draft);
        return draft;
    }

    private IEnumerable<TransactionDraft> Open(Exchange exchange) => _drafts.AsEnumerable().Reverse()
        .Where(draft => draft.IsOpen && draft.Tab == chains.TabOf(exchange) && draft.InFrame == IsFramed(exchange));

    private static bool SharesHost(TransactionDraft draft, Exchange exchange) =>
        draft.Chain.Any(member => member.Authority.Equals(exchange.Authority, StringComparison.OrdinalIgnoreCase));

    private static bool IsFramed(Exchange exchange) => exchange.IsFrame || exchange.InFrame;

    private static bool IsOfLogin(EndpointRole role) =>
        role is not (EndpointRole.Application or EndpointRole.ThirdParty or EndpointRole.ApplicationCallback
        or EndpointRole.Token or EndpointRole.UserInfo or EndpointRole.Keys or EndpointRole.Discovery or EndpointRole.Logout
            or EndpointRole.LogoutPage);

    private static bool IsPreflight(Exchange exchange) =>
        exchange.Entry.Request.Method.Equals("OPTIONS", StringComparison.OrdinalIgnoreCase);
}

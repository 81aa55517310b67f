using Prober.Checklist.Facts.Endpoints;
using Prober.Checklist.Facts.Pages;
using Prober.Checklist.Facts.Traffic;
using Prober.Evidence;
using Prober.Evidence.Expected;
using Prober.Evidence.Session;

namespace Prober.Checklist.Facts.Logins;

/// <summary>Turns the drafts into the records that checks read.</summary>
internal sealed class Transactions(EvidenceBundle bundle, IReadOnlyList<EndpointRole> roles, IReadOnlyList<TokenExchange> exchanges)
{
    private readonly ILookup<string?, TokenExchange> _byCode = exchanges.ToLookup(exchange => exchange.Code);

    public IReadOnlyList<LoginTransaction> Finish(IReadOnlyList<TransactionDraft> drafts) => [.. drafts.Select(Finish)];

    private LoginTransaction Finish(TransactionDraft draft, int index)
    {
        var application = ApplicationOf(draft);
        var posts = draft.Chain.Where(exchange => roles[exchange.Index] == EndpointRole.CredentialPost).ToList();
        return new LoginTransaction
        {
            Index = index,
            Authorization = draft.Authorization.Entry,
            Parameters = draft.Parameters,
            DuplicateParameters = Duplicates(draft.Authorization),
            Application = application?.Name,
            ClientId = draft.Parameters.GetValueOrDefault("client_id") ?? application?.ClientId ?? EntityOf(draft),
            IsUnsolicited = draft.IsUnsolicited,
            Chain = [.. draft.Chain.Select(exchange => exchange.Entry)],
            IsSilent = IsSilent(draft),
            IsScriptCall = draft.Authorization.IsScriptCall,
            WasPrompted = posts.Count > 0 || draft.Chain.Any(ShowsPrompt),
            IsUpstream = draft.IsUpstream,
            CredentialPost = (posts.LastOrDefault(HasPassword) ?? posts.LastOrDefault())?.Entry,
            Callback = draft.Callback?.Entry,
            CallbackKind = draft.Answer.Kind,
            CallbackParameters = draft.Answer.Parameters,
            TokenExchanges = ExchangesOf(draft),
            Phase = PhaseAt(bundle.Phases.Value, draft.Authorization.Entry.StartedAt),
        };
    }

    /// <summary>The phase a moment falls into: the last that had begun.</summary>
    public static PhaseName? PhaseAt(IReadOnlyList<PhaseRecord>? phases, DateTimeOffset at) =>
        phases?.Where(phase => phase.StartedAt <= at && phase.Outcome != PhaseOutcome.Skipped).OrderBy(phase => phase.StartedAt)
            .LastOrDefault()?.Name
        ?? (phases is [var first, ..] ? first.Name : null);

    private static bool IsSilent(TransactionDraft draft) =>
        draft.Parameters.GetValueOrDefault("prompt") == "none" || draft.Parameters.ContainsKey("IsPassive") || draft.Parameters.GetValueOrDefault("response_mode") == "web_message"
        || draft.InFrame || draft.Authorization.IsScriptCall;

    private bool ShowsPrompt(Exchange exchange) =>
        exchange is { Status: 200 or (>= 400 and < 500), IsNavigation: true } && roles[exchange.Index] switch
        {
            EndpointRole.LoginPage => exchange.Body is null || LoginControls.AreLogin(exchange.Controls.Value),
            EndpointRole.Authorization or EndpointRole.UpstreamAuthorization or EndpointRole.Provider or EndpointRole.Resume =>
                LoginControls.AreLogin(exchange.Controls.Value),
            _ => false,
        };

    private static bool HasPassword(Exchange exchange) =>
        exchange.Form.Any(field => PatternTable.Default.PasswordFields.Matches(field.Name))
            || PatternTable.Default.PasswordInJson.Matches(exchange.Entry.Request.PostData?.Text);

    private static IReadOnlyList<string> Duplicates(Exchange exchange) =>
        [.. exchange.Query.Concat(exchange.Form).GroupBy(parameter => parameter.Name).Where(group => group.Count() > 1)
            .Select(group => group.Key)];

    private IReadOnlyList<TokenExchange> ExchangesOf(TransactionDraft draft) =>
        draft.Answer.Parameters.GetValueOrDefault("code") is { } code
        ? [.. _byCode[code].Where(exchange => exchange.Entry.StartedAt >= draft.Authorization.Entry.StartedAt)]
        : [];

    private ExpectedApplication? ApplicationOf(TransactionDraft draft)
    {
        if (draft.IsUpstream) return null;
        var applications = bundle.Expectations.Applications;
        var client = draft.Parameters.GetValueOrDefault("client_id");
        var entity = EntityOf(draft);
        var address = draft.RedirectUri ?? draft.Callback?.Entry.Request.Url;
        return applications.FirstOrDefault(application => application.ClientId is { } id && id == client)
            ?? applications.FirstOrDefault(application => application.EntityId is { } id && id == entity)
            ?? applications.FirstOrDefault(application => application.CallbackUrls.Any(url => RedirectUris.SameEndpoint(url, address)))
            ?? applications.FirstOrDefault(application => SameHost(application.Url, address));
    }

    /// <summary>What the relying party calls itself: realm, entity ID, or where nobody asked, whom the assertion is for.</summary>
    private static string? EntityOf(TransactionDraft draft) =>
        draft.Parameters.GetValueOrDefault("wtrealm") ?? draft.Parameters.GetValueOrDefault("Issuer")
        ?? (draft is { IsUnsolicited: true, Callback: { } callback } && FederationShape.ResponseIn(callback) is { Assertions: [{ Audiences: [var audience, ..] }, ..] } ? audience : null);

    private static bool SameHost(string one, string? other) =>
        Uri.TryCreate(one, UriKind.Absolute, out var first) && Uri.TryCreate(other, UriKind.Absolute, out var second)
        && first.Authority.Equals(second.Authority, StringComparison.OrdinalIgnoreCase);
}

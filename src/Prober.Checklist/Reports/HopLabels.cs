using Prober.Checklist.Facts;
using Prober.Checklist.Facts.Endpoints;
using Prober.Checklist.Facts.Logins;
using Prober.Evidence.Har;

namespace Prober.Checklist.Reports;

/// <summary>Names each exchange in the protocol's own words.</summary>
internal sealed class HopLabels(EvidenceFacts facts)
{
    private readonly Dictionary<int, LoginTransaction> _callbacks = ByEntry(facts.Transactions, transaction => transaction.Callback);
    private readonly Dictionary<int, LoginTransaction> _requests = ByEntry(facts.Transactions, transaction => transaction.Authorization);
    private readonly Dictionary<int, TokenExchange> _exchanges =
        facts.TokenExchanges.GroupBy(exchange => exchange.Entry.Index).ToDictionary(group => group.Key, group => group.First());

    /// <summary>The transaction whose request or callback this entry is.</summary>
    public LoginTransaction? TransactionOf(HarEntry entry) => _requests.GetValueOrDefault(entry.Index) ?? _callbacks.GetValueOrDefault(entry.Index);

    public string Of(HarEntry entry) => facts.RoleOf(entry) switch
    {
        EndpointRole.Authorization => Request(entry, "authorization request"),
        EndpointRole.UpstreamAuthorization => Request(entry, "authorization request to the upstream provider"),
        EndpointRole.ApplicationCallback => Callback(entry),
        EndpointRole.Token => Token(entry),
        EndpointRole.LoginPage => "login page",
        EndpointRole.CredentialPost => "credentials submitted",
        EndpointRole.BrokerCallback => "return from the upstream provider",
        EndpointRole.Resume => "authorization resumed",
        EndpointRole.Mfa => "second factor",
        EndpointRole.Consent => "consent",
        EndpointRole.UserInfo => "UserInfo request",
        EndpointRole.Keys => "signing keys",
        EndpointRole.Discovery => "discovery document",
        EndpointRole.Logout => "logout request",
        EndpointRole.LogoutPage => "logout page of the provider",
        EndpointRole.ErrorPage => "error page",
        EndpointRole.Upstream => "page of the upstream provider",
        EndpointRole.Provider => "page of the provider",
        EndpointRole.Application => "page of the application",
        _ => "third party",
    };

    private string Request(HarEntry entry, string label)
    {
        if (_requests.GetValueOrDefault(entry.Index) is not { } transaction)
            return label;
        var kind = transaction.IsSilent ? $"silent {label}" : label;
        return transaction.Parameters.GetValueOrDefault("prompt") is { } prompt and not "none" ? $"{kind}, prompt={prompt}" : kind;
    }

    private string Callback(HarEntry entry)
    {
        if (_callbacks.GetValueOrDefault(entry.Index) is not { } transaction)
            return "callback";
        var how = transaction.CallbackKind switch
        {
            CallbackKind.Fragment => " in the fragment",
            CallbackKind.FormPost => " by form post",
            _ => "",
        };
        return transaction.Error is { } error ? $"callback with error {error}{how}" : $"callback with {Artefacts(transaction)}{how}";
    }

    private static string Artefacts(LoginTransaction transaction)
    {
        (string Name, string Word)[] words =
        [
            ("code", "code"), ("id_token", "ID token"), ("access_token", "access token"), ("SAMLResponse", "SAML response"), ("wresult", "WS-Federation result"),
        ];
        var found = words.Where(word => transaction.CallbackParameters.ContainsKey(word.Name)).Select(word => word.Word).ToList();
        return found.Count == 0 ? "nothing" : string.Join(" and ", found);
    }

    private string Token(HarEntry entry) => _exchanges.GetValueOrDefault(entry.Index) switch
    {
        { GrantType: "authorization_code" } => "token request with code",
        { GrantType: "refresh_token" } => "token request with refresh token",
        { GrantType: { } grant } => $"token request, {grant}",
        _ => "token request",
    };

    private static Dictionary<int, LoginTransaction> ByEntry(IEnumerable<LoginTransaction> transactions, Func<LoginTransaction, HarEntry?> entry) =>
        transactions.Where(transaction => entry(transaction) is not null)
            .GroupBy(transaction => entry(transaction)!.Index)
            .ToDictionary(group => group.Key, group => group.First());
}

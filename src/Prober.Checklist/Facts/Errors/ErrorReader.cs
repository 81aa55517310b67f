using Prober.Checklist.Facts.Endpoints;
using Prober.Checklist.Facts.Logins;
using Prober.Checklist.Facts.Pages;
using Prober.Checklist.Facts.Traffic;
using Prober.Evidence.Har;

namespace Prober.Checklist.Facts.Errors;

/// <summary>Collects every error that a server returned during logins, in one form.</summary>
internal sealed class ErrorReader(
    RedirectChains chains, IReadOnlyList<EndpointRole> roles, Sides sides, IReadOnlyList<LoginTransaction> transactions)
{
    public IReadOnlyList<ReturnedError> Read(IReadOnlyList<TokenExchange> exchanges) =>
    [
        .. transactions.Select(OfCallback)
            .Concat(chains.Exchanges.Select(OfExchange))
            .Concat(exchanges.Where(exchange => exchange.Error is not null).Select(OfToken))
            .OfType<ReturnedError>()
            .OrderBy(error => error.Entry.Index),
    ];

    private ReturnedError? OfCallback(LoginTransaction transaction)
    {
        if (transaction.Error is not { Length: > 0 } code) return null;
        var error = Make(ErrorPlace.Callback, code, PageError.Clean(transaction.CallbackParameters.GetValueOrDefault("error_description")),
            transaction.Callback ?? transaction.Chain[^1], transaction);
        return CameFromUpstream(transaction) ? error with { Owner = ErrorOwners.OfUpstreamAnswer(error.Owner) } : error;
    }

    // An upstream provider's answer to the broker, and the same word when the broker passes it on.
    private bool CameFromUpstream(LoginTransaction transaction) => transaction.IsUpstream || transactions.Any(inner =>
        inner.IsUpstream && inner.Error == transaction.Error && transaction.Chain.Contains(inner.Authorization));

    private ReturnedError OfToken(TokenExchange exchange) => Make(
        ErrorPlace.TokenEndpoint, exchange.Error!, PageError.Clean(exchange.Description), exchange.Entry,
        transactions.FirstOrDefault(transaction => transaction.TokenExchanges.Contains(exchange)));

    private ReturnedError? OfExchange(Exchange exchange)
    {
        var role = roles[exchange.Index];
        if (!sides.IsProvider(exchange) && !sides.IsUpstream(exchange))
            return role == EndpointRole.ApplicationCallback ? OfApplication(exchange) : null;
        if (role is EndpointRole.Token or EndpointRole.Keys or EndpointRole.Discovery
            || NetworkFailure.IsNoise(exchange.Entry.Response.Failure)) return null;
        if (role == EndpointRole.UserInfo)
            return exchange.Status is 401 or 403 ? Make(ErrorPlace.UserInfo, "invalid_token", null, exchange.Entry, null) : null;
        if (exchange.IsScriptCall) return OfScript(exchange, role);
        return exchange.IsDocument && chains.RedirectedTo(exchange) is null ? OfPage(exchange, role) : null;
    }

    // What the application says of the state that came back.
    private ReturnedError? OfApplication(Exchange exchange) =>
        exchange.Status >= 400 && PatternTable.Default.ApplicationStateTexts.First(exchange.Body) is { } text
            ? Make(ErrorPlace.Callback, "state_mismatch", PageError.Clean(text), exchange.Entry, TransactionOf(exchange)) : null;

    private ReturnedError? OfScript(Exchange exchange, EndpointRole role)
    {
        if (role is not (EndpointRole.CredentialPost or EndpointRole.LoginPage or EndpointRole.Mfa) || exchange.Status < 400) return null;
        var said = TokenExchanges.Json(exchange.Body) is { } json ? PageError.OfJson(json) : PageError.Of(exchange);
        return Make(ErrorPlace.LoginScript, said?.Code
            ?? $"http-{exchange.Status}", said?.Description, exchange.Entry, TransactionOf(exchange));
    }

    private ReturnedError? OfPage(Exchange exchange, EndpointRole role)
    {
        var place = role is EndpointRole.Logout or EndpointRole.LogoutPage ? ErrorPlace.Logout : ErrorPlace.ProviderPage;
        if (exchange.Status == 0) return OfNetwork(exchange, place);
        var showsForm = LoginControls.AreLogin(exchange.Controls.Value);
        if (exchange.Status < 400 && role != EndpointRole.ErrorPage)
            return (showsForm && role != EndpointRole.Logout) || role == EndpointRole.LogoutPage ? null : OfQuietPage(exchange, place);
        // A login form that comes back with an error text is for the checks of the credentials; a 5xx is an outage with or without a form.
        if (showsForm && exchange.Status < 500) return null;
        var said = exchange.Status >= 500 ? null : PageError.Of(exchange);
        return Make(place, said?.Code ?? $"http-{exchange.Status}", said?.Description, exchange.Entry, TransactionOf(exchange), role);
    }

    // Some vendors answer an error page with 200.
    private ReturnedError? OfQuietPage(Exchange exchange, ErrorPlace place) =>
        PatternTable.Default.PageTexts.Any(known => known.Pattern.Matches(exchange.Body)) && PageError.Of(exchange) is { } said
            ? Make(place, said.Code, said.Description, exchange.Entry, TransactionOf(exchange)) : null;

    private ReturnedError? OfNetwork(Exchange exchange, ErrorPlace place)
    {
        var failure = exchange.Entry.Response.Failure;
        if (NetworkFailure.IsTooManyRedirects(failure))
            return Make(place, "too_many_redirects", failure, exchange.Entry, TransactionOf(exchange));
        return NetworkFailure.Outage(failure) is { } kind
            ? Make(place, $"network-{kind}", failure, exchange.Entry, TransactionOf(exchange)) : null;
    }

    private LoginTransaction? TransactionOf(Exchange exchange) =>
        transactions.FirstOrDefault(transaction => transaction.IsUpstream && transaction.Chain.Contains(exchange.Entry))
        ?? transactions.FirstOrDefault(transaction => transaction.Chain.Contains(exchange.Entry));

    private static ReturnedError Make(
        ErrorPlace where, string code, string? description, HarEntry entry, LoginTransaction? transaction,
            EndpointRole role = EndpointRole.Provider)
    {
        var silent = transaction?.IsSilent == true;
        var row = (PageError.VendorNumber(description) is { } number ? ErrorTable.Default.Find(number, description, where, silent) : null)
            ?? ErrorTable.Default.Find(code, description, where, silent);
        var owner = ErrorOwners.Of(row, where, code, entry, role, transaction);
        return new(where, code, description, entry, owner, silent
            && row?.NormalWhenSilent == true)
        { Diagnosis = row?.Diagnosis, Transaction = transaction };
    }
}

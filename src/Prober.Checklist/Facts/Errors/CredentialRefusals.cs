using Prober.Checklist.Facts.Endpoints;
using Prober.Checklist.Facts.Logins;
using Prober.Checklist.Facts.Pages;
using Prober.Checklist.Facts.Traffic;

namespace Prober.Checklist.Facts.Errors;

/// <summary>
/// Finds login forms that came back with an error text after credentials. The status says little: providers answer a wrong
/// password with 200, 400, 401 or 403.
/// </summary>
internal sealed class CredentialRefusals(
    RedirectChains chains, IReadOnlyList<EndpointRole> roles, IReadOnlyList<LoginTransaction> transactions)
{
    public IEnumerable<ReturnedError> Find() => chains.Exchanges
        .Where(exchange => roles[exchange.Index] == EndpointRole.CredentialPost && exchange.IsDocument)
        .Select(Refusal).OfType<ReturnedError>();

    private ReturnedError? Refusal(Exchange post)
    {
        var page = chains.Follow(post).Last();
        var asked = page.Controls.Value;
        if (page.Status is not (200 or (>= 400 and < 500)) || !IsSameQuestion(post, asked)) return null;
        var texts = ErrorElements.Of(page.Body);
        var message = MessageNumber(page);
        if (texts.Count == 0 && message is null && page.Status == 200) return null;
        var text = texts.Count > 0 ? PageError.Clean(string.Join(" ", texts)) : null;
        var code = PageError.Of(page)?.Code ?? PageError.VendorNumber(text) ?? message;
        var family = CredentialErrors.Default.Classify(code, text);
        var transaction = transactions.FirstOrDefault(transaction => transaction.IsUpstream && transaction.Chain.Contains(post.Entry))
            ?? transactions.FirstOrDefault(transaction => transaction.Chain.Contains(post.Entry));
        return new(ErrorPlace.ProviderPage, code ?? family?.Reason ?? "unnamed", text, page.Entry, OwnerOf(family), IsSilentSignal: false)
        {
            Diagnosis = family is null ? "The login page came back with an error." : $"The login page came back: {family.Reason}.",
            Transaction = transaction,
        };
    }

    // LemonLDAP::NG sends the number of a message, and a script puts its words there; numbers of no refusal are notices.
    private static string? MessageNumber(Exchange page) =>
        PatternTable.Default.MessageNumber.Find(page.Body, "number") is { } number && $"trmsg-{number}" is var code && CredentialErrors.Default.Classify(code, null) is not null ? code : null;

    // An identifier page that is followed by a password page is the way forward, not an error.
    private static bool IsSameQuestion(Exchange post, IReadOnlyList<string> asked)
    {
        var sentPassword = post.Form.Any(field => PatternTable.Default.PasswordFields.Matches(field.Name));
        return sentPassword ? asked.Contains("password") : asked.Contains("identifier") && !asked.Contains("password");
    }

    private static string OwnerOf(CredentialErrorFamily? family) => family?.Reason switch
    {
        "password-expired" => "credentials-password-expired",
        "session-lost" => "session-cookie-established",
        _ => "credentials-no-error-shown",
    };
}

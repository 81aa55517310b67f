using Prober.Checklist.Facts.Endpoints;
using Prober.Checklist.Facts.Logins;
using Prober.Evidence.Har;

namespace Prober.Checklist.Facts.Errors;

/// <summary>Gives every error exactly one owner: the table's, or the check of the step where it stopped the login.</summary>
internal static class ErrorOwners
{
    private const string RequestValid = "login-prompt-request-valid";
    private const string UpstreamCallback = "credentials-upstream-callback-url";
    private const string Available = "login-prompt-idp-available";
    private const string ApplicationCallback = "token-app-callback-seen";
    private const string Credentials = "credentials-no-error-shown";

    private static readonly Lazy<HashSet<string>> Known = new(() => [.. CheckCatalog.All.Select(check => check.Info.Id)]);

    public static string? Of(ErrorRow? row, ErrorPlace where, string code, HarEntry entry, EndpointRole role, LoginTransaction? transaction)
    {
        if (row is { Owner: null } && (transaction?.IsSilent != false || !row.NormalWhenSilent)) return null;
        if (row is { NormalWhenSilent: true } && transaction?.IsSilent == true) return null;
        // Whatever the code says: the pipeline did not take the browser back.
        if (where == ErrorPlace.ProviderPage && entry.Response.Status is >= 400 and < 500 && Witnesses.PipelineMarks.Default.IsContinue(entry))
            return Existing("profile-rules-actions-ok");
        // The same mistake, made where the broker is the client.
        if (row?.Owner == RequestValid && transaction?.IsUpstream == true) return Existing(UpstreamCallback) ?? RequestValid;
        return Existing(row?.Owner) ?? Default(where, code, entry, role, transaction);
    }

    /// <summary>
    /// An upstream provider that answers is neither out of reach nor the application's affair: what is left is the answer itself.
    /// </summary>
    public static string? OfUpstreamAnswer(string? owner) => owner is Available or ApplicationCallback ? "logs-idp-response-error" : owner;

    // A table may name a check that this version does not have yet; its error must not fall between two stools.
    private static string? Existing(string? owner) => owner is not null && Known.Value.Contains(owner) ? owner : null;

    private static string? Default(ErrorPlace where, string code, HarEntry entry, EndpointRole role, LoginTransaction? transaction) =>
        where switch
        {
            ErrorPlace.Callback => ApplicationCallback,
            ErrorPlace.TokenEndpoint => code == "network" ? Available : "token-returned",
            ErrorPlace.UserInfo => "token-required-info",
            ErrorPlace.Logout => code.StartsWith("network-", StringComparison.Ordinal) || entry.Response.Status >= 500 ? Available
                : "logout-redirect-allowed",
            _ when code.StartsWith("network-", StringComparison.Ordinal) || entry.Response.Status >= 500 => Available,
            ErrorPlace.LoginScript => code.StartsWith("http-5", StringComparison.Ordinal) ? Available : Credentials,
            _ when role == EndpointRole.CredentialPost || transaction?.CredentialPost?.Index <= entry.Index => Credentials,
            _ when entry.Response.Status == 429 => Available,
            _ => transaction is null ? null : transaction.IsUpstream ? Existing(UpstreamCallback) ?? RequestValid : RequestValid,
        };
}

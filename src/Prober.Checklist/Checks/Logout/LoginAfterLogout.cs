using Prober.Checklist.Facts.Logins;
using Prober.Checklist.Facts.Logouts;
using Prober.Evidence.Session;

namespace Prober.Checklist.Checks.Logout;

/// <summary>The first authorization request after the logout for the application that logged out: it asks whether the provider's session lives.</summary>
internal static class LoginAfterLogout
{
    public static LoginTransaction? Of(LogoutFlow flow, EvidenceReader evidence)
    {
        if (flow is { ProviderRequest: null, Chain.Count: 0 })
            return null;
        var since = (flow.ProviderRequest ?? flow.Chain[0]).Index;
        var after = evidence.Facts.Transactions.Where(transaction =>
            transaction is { IsUpstream: false, IsScriptCall: false } && transaction.Authorization.Index > since && IsOwn(transaction, flow, since, evidence)).ToList();
        return after.FirstOrDefault(transaction => transaction is { Succeeded: true, WasPrompted: false }) ?? (after is [var first, ..] ? first : null);
    }

    private static bool IsOwn(LoginTransaction transaction, LogoutFlow flow, int since, EvidenceReader evidence)
    {
        if (evidence.Bundle.Phases.Value?.LastOrDefault(phase => phase.Name is PhaseName.Logout)?.Application is { } application && transaction.Application is not null)
            return transaction.Application == application;
        var hosts = flow.Chain.Select(entry => entry.Request.Uri?.Authority).OfType<string>();
        if (hosts.FirstOrDefault(evidence.Facts.ApplicationHosts.Contains) is { } own &&
            Uri.TryCreate(transaction.RedirectUri, UriKind.Absolute, out var callback))
        {
            return callback.Authority.Equals(own, StringComparison.OrdinalIgnoreCase);
        }

        var last = evidence.Facts.Interactive.LastOrDefault(earlier => earlier.Succeeded && earlier.Authorization.Index < since);
        return last is null || last.ClientId == transaction.ClientId;
    }
}

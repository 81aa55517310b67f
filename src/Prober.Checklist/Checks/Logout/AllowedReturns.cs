using Prober.Checklist.Facts.Endpoints;
using Prober.Checklist.Facts.Logins;
using Prober.Checklist.Facts.Logouts;
using Prober.Checklist.Facts.Witnesses;

namespace Prober.Checklist.Checks.Logout;

/// <summary>The list of addresses to which the provider may return after logout, for one logout request.</summary>
/// <param name="Owner">Whose list it is, in words.</param>
/// <param name="Field">Where it stands in the settings.</param>
internal sealed record AllowedReturns(string Owner, string Field, IReadOnlyList<string> Addresses)
{
    /// <summary>Auth0's rule: with a client named by client_id or the hint that client's list counts, else the tenant's. Null when it was not read.</summary>
    public static AllowedReturns? Of(EvidenceReader evidence, LogoutFlow flow)
    {
        if (evidence.Bundle.Configuration.Value is not { } configuration) return null;
        var named = flow.Parameters.GetValueOrDefault("client_id")
            ?? (flow.Parameters.ContainsKey("id_token_hint") ? LoginCourse.Of(evidence).Decisive?.ClientId : null);
        if (named is null)
            return configuration.AllowedLogoutUrls is { } tenants ? new("the tenant", "tenant.allowed_logout_urls", tenants) : null;
        return AccountConnection.ClientOf(evidence, named) is { AllowedLogoutUrls: { } own } client
            ? new($"application {client.Name ?? named}", $"clients[{named}].allowed_logout_urls", own) : null;
    }

    public EvidencePointer Pointer => EvidencePointer.Api(Field, Addresses.Count == 0 ? "none" : string.Join(", ", Addresses));

    public bool Has(string wanted, bool ignoresQuery) => Addresses.Any(address => Same(address, wanted, ignoresQuery));

    /// <summary>The entry with a wildcard that lets an address pass; null when none does.</summary>
    public string? Wildcard(string wanted) => !Uri.TryCreate(wanted, UriKind.Absolute, out var uri) ? null : Addresses.FirstOrDefault(address =>
        address.Contains("://*.", StringComparison.Ordinal) && Uri.TryCreate(address.Replace("://*.", "://", StringComparison.Ordinal), UriKind.Absolute, out var parent)
        && uri.Scheme == parent.Scheme && uri.Port == parent.Port && uri.AbsolutePath == parent.AbsolutePath
        && uri.Host.EndsWith("." + parent.Host, StringComparison.OrdinalIgnoreCase));

    private static bool Same(string address, string wanted, bool ignoresQuery) => RedirectUris.Difference(wanted, address) is "same"
        || (ignoresQuery && RedirectUris.SameEndpoint(wanted, address));
}

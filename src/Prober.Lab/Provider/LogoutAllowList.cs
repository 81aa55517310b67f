namespace Prober.Lab.Provider;

/// <summary>
/// Auth0's rule for <c>/v2/logout</c>: the client's list when a client is named, else the tenant's; query and fragment do
/// not count, host and scheme compare without case; without an address the client's first one is used.
/// </summary>
internal sealed class LogoutAllowList(Tenant tenant)
{
    public (string? Target, string? Refusal) Resolve(string clientId, string returnTo)
    {
        var allowed = clientId.Length == 0 ? tenant.LogoutUrls : tenant.Clients.Find(clientId)?.LogoutUrls;
        if (allowed is null)
            return (null, $"Unknown client: {clientId}");

        if (returnTo.Length == 0)
            return (clientId.Length == 0 ? null : allowed is [var first, ..] ? first : null, null);

        return allowed.Any(url => Same(url, returnTo))
            ? (returnTo, null)
            : (null, $"The \"returnTo\" querystring parameter \"{returnTo}\" is not defined as a valid URL in \"Allowed Logout URLs\".");
    }

    /// <summary>A confirmed logout goes only to an address that some list of the tenant holds.</summary>
    public bool IsKnownAnywhere(string target) =>
        target.Length > 0 && tenant.LogoutUrls.Concat(tenant.Clients.All.SelectMany(client => client.LogoutUrls)).Any(url => Same(url, target));

    private static bool Same(string allowed, string requested) =>
        Uri.TryCreate(requested, UriKind.Absolute, out var uri)
        && string.Equals(new Uri(allowed).GetLeftPart(UriPartial.Path), uri.GetLeftPart(UriPartial.Path), StringComparison.Ordinal);
}

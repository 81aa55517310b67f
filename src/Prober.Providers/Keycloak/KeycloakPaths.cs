using System.Globalization;

namespace Prober.Providers.Keycloak;

/// <summary>Addresses of Keycloak's admin API for one realm.</summary>
/// <param name="Root">The server.</param>
/// <param name="Base">What stands before <c>/realms</c>: empty, or <c>/auth</c> at older servers.</param>
/// <param name="Realm">The realm under test.</param>
/// <param name="ClientRealm">The realm of the service client.</param>
internal sealed record KeycloakPaths(Uri Root, string Base, string Realm, string ClientRealm)
{
    public const int PageSize = 100;

    public string Token => $"{Base}/realms/{Uri.EscapeDataString(ClientRealm)}/protocol/openid-connect/token";

    public string Settings => Admin;

    public string EventsConfiguration => $"{Admin}/events/config";

    public string IdentityProviders => $"{Admin}/identity-provider/instances";

    private string Admin => $"{Base}/admin/realms/{Uri.EscapeDataString(Realm)}";

    /// <summary>Reads base and realm out of the issuer, <c>https://host/auth/realms/acme</c>.</summary>
    public static KeycloakPaths Of(ManagementAccess access)
    {
        var issuer = new Uri(access.Issuer);
        var path = issuer.AbsolutePath.TrimEnd('/');
        var at = path.LastIndexOf("/realms/", StringComparison.Ordinal);
        var realm = at < 0 ? "master" : Uri.UnescapeDataString(path[(at + "/realms/".Length)..]);
        var own = access.Address?.AbsolutePath.TrimEnd('/');
        return new(access.Address ?? issuer, own ?? (at < 0 ? "" : path[..at]), realm, access.Realm ?? realm);
    }

    /// <summary>Keycloak takes whole days, so the window is cut afterwards.</summary>
    public string Events(LogQuestion question, int first) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Admin}/events?dateFrom={question.From.UtcDateTime:yyyy-MM-dd}&dateTo={question.To.UtcDateTime.AddDays(1):yyyy-MM-dd}&first={first}&max={PageSize}");

    public string Users(string by, string value) => $"{Admin}/users?{by}={Uri.EscapeDataString(value)}&exact=true";

    public string User(string id) => $"{Admin}/users/{Uri.EscapeDataString(id)}";

    public string FederatedIdentity(string userId) => $"{User(userId)}/federated-identity";

    public string Client(string clientId) => $"{Admin}/clients?clientId={Uri.EscapeDataString(clientId)}";
}

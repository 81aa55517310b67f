using System.Text.Json.Nodes;
using Prober.Evidence.Provider.Configuration;

namespace Prober.Providers.Keycloak;

/// <summary>Realm, clients and identity providers as the admin API and a realm export have them.</summary>
internal static class KeycloakSettings
{
    public static ClientSettings Client(JsonObject json) => new()
    {
        ClientId = json.RequiredText("clientId", "a Keycloak client"),
        Name = json.Text("name"),
        CallbackUrls = json.Texts("redirectUris"),
        AllowedLogoutUrls = LogoutUrls(json),
        WebOrigins = json.Texts("webOrigins"),
        Enabled = json.Flag("enabled"),
    };

    public static ConnectionSettings IdentityProvider(JsonObject json) => new()
    {
        Id = json.Text("internalId"),
        Name = json.RequiredText("alias", "a Keycloak identity provider"),
        Strategy = json.Text("providerId"),
        Enabled = json.Flag("enabled"),
        Scopes = json.Object("config")?.Text("defaultScope")?.Split(' ', StringSplitOptions.RemoveEmptyEntries),
    };

    /// <summary>Seconds; a session with "remember me" has limits of its own, which a fresh browser does not meet.</summary>
    public static SessionLimits Session(JsonObject json) => new(Seconds(json, "ssoSessionIdleTimeout"), Seconds(json, "ssoSessionMaxLifespan"), Persistent: false);

    public static ProviderConfiguration Add(JsonObject json, ProviderConfiguration configuration)
    {
        if (json.ContainsKey("clientId")) return configuration with { Clients = [.. configuration.Clients, Client(json)] };
        if (json.ContainsKey("alias") && json.ContainsKey("providerId")) return configuration with { Connections = [.. configuration.Connections, IdentityProvider(json)] };
        if (!json.ContainsKey("realm")) throw new UnexpectedShapeException("a realm export, a client (clientId) or an identity provider (alias, providerId)");
        return configuration with
        {
            Session = Session(json),
            Clients = [.. configuration.Clients, .. json["clients"].Objects().Select(Client)],
            Connections = [.. configuration.Connections, .. json["identityProviders"].Objects().Select(IdentityProvider)],
        };
    }

    // "+" stands for the redirect URIs; the list itself is one text with ## between.
    private static IReadOnlyList<string>? LogoutUrls(JsonObject json) => json.Object("attributes")?.Text("post.logout.redirect.uris") switch
    {
        null => null,
        "" or "-" => [],
        var text => [.. text.Split("##", StringSplitOptions.RemoveEmptyEntries).SelectMany(url => url == "+" ? json.Texts("redirectUris") ?? [] : [url])],
    };

    private static TimeSpan? Seconds(JsonObject json, string name) => json.Number(name) is { } seconds and > 0 ? TimeSpan.FromSeconds(seconds) : null;
}

using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace Prober.EndToEnd.ThirdParty.SimpleSamlPhp;

/// <summary>
/// What the three servers are started with: a healthy site until a test changes something. The members are SimpleSAMLphp's own
/// configuration, so a fault here is a mistake that its users make.
/// </summary>
public sealed class SimpleSamlPhpSettings
{
    private const string AssertionConsumerService = "module.php/saml/sp/saml2-acs.php/default-sp";

    private static readonly string Salt = RandomNumberGenerator.GetHexString(32);

    /// <summary>Settings for a provider, a portal and billing at these ports.</summary>
    /// <param name="provider">The identity provider's port.</param>
    /// <param name="portal">The first application's port.</param>
    /// <param name="billing">The second application's port.</param>
    /// <param name="folder">Holds keys, sessions and logs.</param>
    internal SimpleSamlPhpSettings(int provider, int portal, int billing, string folder)
    {
        (ProviderUrl, Portal, Billing) = (Address("provider", provider), Address("portal", portal), Address("billing", billing));
        (PortalLog, BillingLog) = (Path.Combine(folder, "portal.log"), Path.Combine(folder, "billing.log"));
        EntityId = ProviderUrl + "saml2/idp/metadata.php";
        (Metadata, KeptMetadata) = (EntityId, Path.Combine(folder, "metadata.xml"));
        User = new() { ["uid"] = new JsonArray("alice"), ["mail"] = new JsonArray("alice@example.com"), ["displayName"] = new JsonArray("Alice Example") };
        Hosted = new() { ["host"] = "__DEFAULT__", ["privatekey"] = "provider.pem", ["certificate"] = "provider.crt", ["auth"] = "users", ["NameIDFormat"] = "urn:oasis:names:tc:SAML:2.0:nameid-format:transient" };
        (PortalRegistered, BillingRegistered) = (Registered(Portal), Registered(Billing));
        Registry = new() { [Portal] = PortalRegistered, [Billing] = BillingRegistered };
        Provider = Server("provider", ProviderUrl, folder,
            new() { ["users"] = new JsonObject { ["0"] = "exampleauth:UserPass", [$"alice:{Password}"] = User } },
            new() { ["saml20-idp-hosted"] = new JsonObject { [EntityId] = Hosted }, ["saml20-sp-remote"] = Registry });
        (PortalService, PortalTrusts) = (Service(Portal), Trusted(folder));
        PortalServer = Application("portal", Portal, folder, PortalService, PortalTrusts, ("Billing", Billing));
        (BillingService, BillingTrusts) = (Service(Billing), Trusted(folder));
        BillingServer = Application("billing", Billing, folder, BillingService, BillingTrusts, ("Portal", Portal));
    }

    /// <summary>The probe account's password.</summary>
    public static string Password { get; } = RandomNumberGenerator.GetHexString(20);

    public string ProviderUrl { get; }

    public string Portal { get; }

    public string Billing { get; }

    public string PortalLog { get; }

    public string BillingLog { get; }

    /// <summary>The provider's own name.</summary>
    public string EntityId { get; }

    /// <summary>The metadata that the scenario trusts: an address, or a file.</summary>
    public string Metadata { get; set; }

    /// <summary>A file with the metadata of the healthy provider, as the applications were given it.</summary>
    public string KeptMetadata { get; }

    /// <summary>The provider's <c>config.php</c>.</summary>
    public JsonObject ProviderConfig => Provider["config"]!.AsObject();

    /// <summary>The provider in its <c>saml20-idp-hosted.php</c>.</summary>
    public JsonObject Hosted { get; }

    /// <summary>The applications in the provider's <c>saml20-sp-remote.php</c>, by entity id.</summary>
    public JsonObject Registry { get; }

    public JsonObject PortalRegistered { get; }

    public JsonObject BillingRegistered { get; }

    /// <summary>What the provider knows of the probe account.</summary>
    public JsonObject User { get; }

    /// <summary>The portal in its <c>authsources.php</c>.</summary>
    public JsonObject PortalService { get; }

    /// <summary>Billing in its <c>authsources.php</c>.</summary>
    public JsonObject BillingService { get; }

    /// <summary>The provider in the portal's <c>saml20-idp-remote.php</c>.</summary>
    public JsonObject PortalTrusts { get; }

    /// <summary>The provider in billing's <c>saml20-idp-remote.php</c>.</summary>
    public JsonObject BillingTrusts { get; }

    internal JsonObject Provider { get; }

    internal JsonObject PortalServer { get; }

    internal JsonObject BillingServer { get; }

    private static JsonObject Registered(string url) => new()
    {
        ["AssertionConsumerService"] = url + AssertionConsumerService,
        ["SingleLogoutService"] = url + "module.php/saml/sp/saml2-logout.php/default-sp",
    };

    private JsonObject Service(string url) => new() { ["0"] = "saml:SP", ["entityID"] = url, ["idp"] = EntityId };

    private JsonObject Trusted(string folder) => new()
    {
        ["SingleSignOnService"] = ProviderUrl + "saml2/idp/SSOService.php",
        ["SingleLogoutService"] = ProviderUrl + "saml2/idp/SingleLogoutService.php",
        ["certificate"] = Path.Combine(folder, "provider.crt"),
    };

    private JsonObject Application(string name, string url, string folder, JsonObject service, JsonObject trusts, (string Name, string Url) neighbour)
    {
        var server = Server(name, url, folder, new() { ["default-sp"] = service }, new() { ["saml20-idp-remote"] = new JsonObject { [EntityId] = trusts } });
        server["neighbour"] = new JsonObject { ["name"] = neighbour.Name, ["url"] = neighbour.Url };
        return server;
    }

    private static JsonObject Server(string name, string url, string folder, JsonObject sources, JsonObject metadata) => new()
    {
        ["name"] = name,
        ["url"] = url,
        ["folder"] = folder,
        ["salt"] = Salt,
        ["config"] = new JsonObject(),
        ["authsources"] = sources,
        ["metadata"] = metadata,
    };

    private static string Address(string name, int port) => $"http://{name}.localhost:{port}/";
}

using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace Prober.EndToEnd.ThirdParty;

/// <summary>
/// What the three processes are started with: a healthy site until a test changes something. The members are the two
/// libraries' own configuration, so a fault here is a mistake that their users make.
/// </summary>
public sealed class SiteSettings
{
    private static readonly string PortalSecret = Random(), BillingSecret = Random(), CookieSecret = Random();

    /// <summary>Settings for a provider, a portal, a billing and a single-page application at these ports.</summary>
    public SiteSettings(int provider, int portal, int billing, int notes, string folder)
    {
        (Issuer, Portal, Billing) = ($"http://provider.localhost:{provider}", Address("portal", portal), Address("billing", billing));
        Notes = Address("notes", notes);
        (PortalLog, BillingLog, NotesLog) = (Path.Combine(folder, "portal.log"), Path.Combine(folder, "billing.log"), Path.Combine(folder, "notes.log"));
        RegisteredCallback = Portal + "callback";
        PortalClient = Client("portal", PortalSecret, Portal);
        NotesClient = PublicClient("notes", Notes);
        Clients = [PortalClient, Client("billing", BillingSecret, Billing), NotesClient];
        Configuration = new() { ["clients"] = Clients };
        Provider = new() { ["issuer"] = Issuer, ["port"] = provider, ["firstParty"] = new JsonArray("billing"), ["configuration"] = Configuration };
        PortalOpenId = OpenId("portal", PortalSecret, new() { ["response_type"] = "code" });
        BillingOpenId = OpenId("billing", BillingSecret, new() { ["response_type"] = "code", ["response_mode"] = "form_post" });
        PortalApplication = Application(portal, Portal, PortalLog, "Billing", Billing, PortalOpenId);
        BillingApplication = Application(billing, Billing, BillingLog, "Portal", Portal, BillingOpenId);
        NotesApplication = new()
        {
            ["port"] = notes,
            ["url"] = Notes,
            ["log"] = NotesLog,
            ["issuer"] = Issuer,
            ["client"] = new JsonObject { ["client_id"] = "notes" },
            ["scope"] = "openid profile email",
            ["neighbour"] = new JsonObject { ["name"] = "Billing", ["url"] = Billing },
        };
    }

    public string Issuer { get; }

    public string Portal { get; }

    public string Billing { get; }

    public string PortalLog { get; }

    public string BillingLog { get; }

    public string Notes { get; }

    public string NotesLog { get; }

    /// <summary>The portal's redirect URI as the provider knows it.</summary>
    public string RegisteredCallback { get; private set; }

    /// <summary>Settings of <c>provider.mjs</c>.</summary>
    public JsonObject Provider { get; }

    /// <summary>Configuration of oidc-provider.</summary>
    public JsonObject Configuration { get; }

    /// <summary>Client metadata at the provider, the portal's first.</summary>
    public JsonArray Clients { get; }

    /// <summary>The portal's client metadata at the provider.</summary>
    public JsonObject PortalClient { get; }

    /// <summary>Settings of the portal's <c>application.mjs</c>.</summary>
    public JsonObject PortalApplication { get; }

    /// <summary>Configuration of express-openid-connect in the portal.</summary>
    public JsonObject PortalOpenId { get; }

    /// <summary>Settings of billing's <c>application.mjs</c>.</summary>
    public JsonObject BillingApplication { get; }

    /// <summary>Configuration of express-openid-connect in billing.</summary>
    public JsonObject BillingOpenId { get; }

    /// <summary>The single-page application's client metadata at the provider.</summary>
    public JsonObject NotesClient { get; }

    /// <summary>Settings of the single-page application's <c>browser-application.mjs</c>.</summary>
    public JsonObject NotesApplication { get; }

    /// <summary>Registers another redirect URI than the one the portal sends, and says so in the scenario.</summary>
    public void Register(string redirectUri)
    {
        RegisteredCallback = redirectUri;
        PortalClient["redirect_uris"] = new JsonArray(redirectUri);
    }

    private static JsonObject Client(string id, string secret, string url) => new()
    {
        ["client_id"] = id,
        ["client_secret"] = secret,
        ["redirect_uris"] = new JsonArray(url + "callback"),
        ["post_logout_redirect_uris"] = new JsonArray(url),
        ["backchannel_logout_uri"] = url + "backchannel-logout",
    };

    private static JsonObject PublicClient(string id, string url) => new()
    {
        ["client_id"] = id,
        ["token_endpoint_auth_method"] = "none",
        ["redirect_uris"] = new JsonArray(url + "callback"),
        ["post_logout_redirect_uris"] = new JsonArray(url),
    };

    private static JsonObject Application(int port, string url, string log, string neighbour, string neighbourUrl, JsonObject openId) => new()
    {
        ["port"] = port,
        ["url"] = url,
        ["log"] = log,
        ["singleLogout"] = true,
        ["neighbour"] = new JsonObject { ["name"] = neighbour, ["url"] = neighbourUrl },
        ["openid"] = openId,
    };

    private JsonObject OpenId(string id, string secret, JsonObject authorization) => new()
    {
        ["issuerBaseURL"] = Issuer,
        ["clientID"] = id,
        ["clientSecret"] = secret,
        ["secret"] = CookieSecret,
        ["idpLogout"] = true,
        ["authorizationParams"] = authorization,
    };

    private static string Address(string name, int port) => $"http://{name}.localhost:{port}/";

    private static string Random() => RandomNumberGenerator.GetHexString(40);
}

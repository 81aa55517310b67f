using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace Prober.EndToEnd.ThirdParty.LemonLdap;

/// <summary>
/// What the portal and its two applications are started with: a healthy site until a test changes something. The configuration is
/// LemonLDAP::NG's own (<c>lmConf-1.json</c>), so a fault here is a mistake that its users make.
/// </summary>
/// <param name="applications">Addresses, and the applications on express-openid-connect with their secrets.</param>
/// <param name="folder">Holds configuration, accounts and sessions.</param>
public sealed class LemonLdapSettings(SiteSettings applications, string folder)
{
    private static readonly RSA Key = RSA.Create(2048);

    /// <summary>The applications' side.</summary>
    public SiteSettings Applications { get; } = applications;

    /// <summary>The portal as a client of the identity provider, in <c>oidcRPMetaDataOptions</c>.</summary>
    public JsonObject PortalClient { get; } = Client("portal", applications.Portal, applications.PortalOpenId);

    /// <summary>Billing as a client of the identity provider.</summary>
    public JsonObject BillingClient { get; } = Client("billing", applications.Billing, applications.BillingOpenId);

    /// <summary>The identity provider's configuration.</summary>
    public JsonObject Configuration() => new()
    {
        ["cfgNum"] = 1,
        ["cfgDate"] = 1,
        ["portal"] = Applications.Issuer + "/",
        ["domain"] = "provider.localhost",
        ["cookieName"] = "lemonldap",
        ["securedCookie"] = 0,
        ["key"] = Convert.ToHexString(SHA256.HashData(Key.ExportRSAPublicKey()))[..16],
        ["authentication"] = "DBI",
        ["userDB"] = "Same",
        ["passwordDB"] = "Null",
        ["registerDB"] = "Null",
        ["dbiAuthChain"] = $"dbi:SQLite:dbname={LemonLdapAccounts.In(folder)}",
        ["dbiAuthTable"] = "accounts",
        ["dbiAuthLoginCol"] = "uid",
        ["dbiAuthPasswordCol"] = "password",
        ["dbiExportedVars"] = new JsonObject { ["uid"] = "uid", ["cn"] = "cn", ["mail"] = "mail" },
        ["globalStorage"] = "Apache::Session::File",
        ["globalStorageOptions"] = new JsonObject { ["Directory"] = folder, ["LockDirectory"] = folder },
        ["persistentStorage"] = "Apache::Session::File",
        ["persistentStorageOptions"] = new JsonObject { ["Directory"] = folder, ["LockDirectory"] = folder },
        ["locationRules"] = new JsonObject { ["provider.localhost"] = new JsonObject { ["default"] = "accept" } },
        ["whatToTrace"] = "uid",
        ["applicationList"] = new JsonObject(),
        // The default draws captchas with ImageMagick, even where none is asked for.
        ["captcha"] = "Lemonldap::NG::Portal::Main::Plugin",
        ["captcha_mail_enabled"] = 0,
        ["captcha_register_enabled"] = 0,
        ["issuerDBOpenIDConnectActivation"] = 1,
        ["oidcServiceMetaDataIssuer"] = Applications.Issuer,
        ["oidcServicePrivateKeySig"] = Key.ExportRSAPrivateKeyPem(),
        ["oidcServicePublicKeySig"] = Key.ExportSubjectPublicKeyInfoPem(),
        ["oidcServiceKeyIdSig"] = "first",
        ["oidcRPMetaDataOptions"] = new JsonObject { ["portal"] = PortalClient.DeepClone(), ["billing"] = BillingClient.DeepClone() },
        ["oidcRPMetaDataExportedVars"] = new JsonObject { ["portal"] = Claims(), ["billing"] = Claims() },
    };

    private static JsonObject Claims() => new() { ["email"] = "mail", ["name"] = "cn" };

    private static JsonObject Client(string id, string url, JsonObject openId) => new()
    {
        ["oidcRPMetaDataOptionsClientID"] = id,
        ["oidcRPMetaDataOptionsClientSecret"] = openId["clientSecret"]!.GetValue<string>(),
        ["oidcRPMetaDataOptionsRedirectUris"] = url + "callback",
        // As the library sends it.
        ["oidcRPMetaDataOptionsPostLogoutRedirectUris"] = url.TrimEnd('/'),
        ["oidcRPMetaDataOptionsIDTokenSignAlg"] = "RS256",
        ["oidcRPMetaDataOptionsIDTokenForceClaims"] = 1,
        ["oidcRPMetaDataOptionsBypassConsent"] = 1,
        ["oidcRPMetaDataOptionsLogoutBypassConfirm"] = 1,
    };
}

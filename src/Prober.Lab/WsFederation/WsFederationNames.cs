using System.Xml.Linq;

namespace Prober.Lab.WsFederation;

/// <summary>Actions, namespaces and identifiers of WS-Federation 1.2 and of what it carries.</summary>
internal static class WsFederationNames
{
    public const string SignIn = "wsignin1.0";
    public const string SignOut = "wsignout1.0";
    public const string SignOutCleanup = "wsignoutcleanup1.0";

    /// <summary>WS-Trust of February 2005, which passive sign-in still speaks.</summary>
    public static readonly XNamespace Trust = "http://schemas.xmlsoap.org/ws/2005/02/trust";
    public static readonly XNamespace Policy = "http://schemas.xmlsoap.org/ws/2004/09/policy";
    public static readonly XNamespace Addressing = "http://www.w3.org/2005/08/addressing";
    public static readonly XNamespace Utility = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd";
    public static readonly XNamespace Federation = "http://docs.oasis-open.org/wsfed/federation/200706";
    public static readonly XNamespace Instance = "http://www.w3.org/2001/XMLSchema-instance";

    /// <summary>SAML 1.1 kept the namespace of 1.0.</summary>
    public static readonly XNamespace Assertion = "urn:oasis:names:tc:SAML:1.0:assertion";

    public const string Saml11Token = "http://docs.oasis-open.org/wss/oasis-wss-saml-token-profile-1.1#SAMLV1.1";
    public const string Bearer = "urn:oasis:names:tc:SAML:1.0:cm:bearer";
    public const string Password = "urn:oasis:names:tc:SAML:1.0:am:password";
}

namespace Prober.Lab;

/// <summary>The journeys through the lab.</summary>
public enum LabScenario
{
    /// <summary>Portal, then Billing by single sign-on; tokens stay on the back channel.</summary>
    ServerSide,

    /// <summary>Notes, whose tokens the browser sees, then Portal by single sign-on.</summary>
    BrowserApplication,

    /// <summary>Portal by way of an upstream OpenID Connect provider, then Billing by single sign-on; logout ends both sessions.</summary>
    Federated,

    /// <summary>The same by way of an upstream SAML provider.</summary>
    FederatedSaml,

    /// <summary>Portal by a link that comes by mail, then Billing by single sign-on.</summary>
    Passwordless,

    /// <summary>Ledger, signed in by SAML, then Portal by single sign-on; single logout from Ledger.</summary>
    Saml,

    /// <summary>Archive, signed in by WS-Federation, then Portal by single sign-on; sign-out from Archive.</summary>
    WsFederation,
}

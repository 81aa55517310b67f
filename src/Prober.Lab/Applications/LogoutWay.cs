namespace Prober.Lab.Applications;

/// <summary>What "Log out" does in an application, rightly or wrongly.</summary>
internal enum LogoutWay
{
    /// <summary>RP-initiated logout at <c>/oidc/logout</c> with <c>id_token_hint</c>.</summary>
    OpenIdConnect,

    /// <summary>As above, without the hint: the provider has to ask.</summary>
    OpenIdConnectWithoutHint,

    /// <summary>As above, without saying which application asks.</summary>
    OpenIdConnectUnnamed,

    /// <summary>Auth0's <c>/v2/logout</c> with <c>client_id</c> and <c>returnTo</c>.</summary>
    ReturnTo,

    /// <summary><c>/v2/logout</c> with <c>client_id</c> alone.</summary>
    ClientIdOnly,

    /// <summary>The application forgets the user; the provider is never told.</summary>
    ApplicationOnly,

    /// <summary>The provider is told by a background request, which cannot carry the person along.</summary>
    BackgroundRequest,
}

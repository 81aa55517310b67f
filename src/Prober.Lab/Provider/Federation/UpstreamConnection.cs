using Microsoft.AspNetCore.Http;

namespace Prober.Lab.Provider.Federation;

/// <summary>A connection whose people sign in somewhere else: one class for each protocol spoken there.</summary>
internal abstract class UpstreamConnection
{
    public abstract string Name { get; }

    /// <summary>Auth0's word for the kind, which begins the identifiers of its people: <c>oidc</c>, <c>samlp</c>.</summary>
    public abstract string Strategy { get; }

    /// <summary>What the login page writes on the button: "Continue with …".</summary>
    public abstract string DisplayName { get; }

    /// <summary>Where the browser is sent with the request.</summary>
    public abstract string RequestUrl(FederatedLogin login);

    /// <summary>Reads and verifies what came back to the callback.</summary>
    /// <exception cref="UpstreamRefusalException">The upstream provider said no, or what it said cannot be believed.</exception>
    public abstract Task<UpstreamIdentity> ReceiveAsync(HttpContext context, FederatedLogin login);

    /// <summary>Where the browser is sent to end the upstream session; it comes back with the handle.</summary>
    public abstract string LogoutUrl(UpstreamIdentity identity, string handle);
}

using Microsoft.Extensions.DependencyInjection;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Prober.Lab.Provider.Protocol;

/// <summary>
/// Puts OpenIddict's server behind Auth0's addresses. Degraded mode leaves clients, codes and allow-lists to the handlers
/// of this folder, where a fault can make them err on purpose; parsing, PKCE, tokens and discovery stay OpenIddict's.
/// </summary>
internal static class OpenIddictSetup
{
    public static void Add(IServiceCollection services, Tenant tenant) =>
        services.AddOpenIddict().AddServer(server =>
        {
            Addresses(server, tenant.Issuer);
            Grants(server, tenant);
            Handlers(server, tenant);
            server.UseAspNetCore()
                .EnableAuthorizationEndpointPassthrough()
                .EnableEndSessionEndpointPassthrough()
                .EnableUserInfoEndpointPassthrough()
                .EnableErrorPassthrough()
                .DisableTransportSecurityRequirement();
        });

    private static void Addresses(OpenIddictServerBuilder server, Uri issuer) => server
        .SetIssuer(issuer)
        .SetConfigurationEndpointUris(".well-known/openid-configuration")
        .SetJsonWebKeySetEndpointUris(".well-known/jwks.json")
        .SetAuthorizationEndpointUris(Paths.Authorize[1..], Paths.Resume[1..])
        .SetTokenEndpointUris(Paths.Token[1..])
        .SetUserInfoEndpointUris(Paths.UserInfo[1..])
        .SetEndSessionEndpointUris(Paths.EndSession[1..]);

    private static void Grants(OpenIddictServerBuilder server, Tenant tenant) => server
        .EnableDegradedMode()
        .AllowAuthorizationCodeFlow()
        .RequireProofKeyForCodeExchange()
        .RegisterScopes(Scopes.Profile, Scopes.Email, "groups")
        .RegisterClaims(Claims.Name, Claims.Email, Claims.EmailVerified, "groups", "sid", Claims.AuthenticationTime)
        .AddSigningKey(SigningKeys.Current)
        .AddEncryptionKey(SigningKeys.Encryption)
        .DisableAccessTokenEncryption()
        .SetIdentityTokenLifetime(tenant.Fault.IdentityTokenLifetime)
        .Configure(options => options.TimeProvider = tenant.Clock);

    private static void Handlers(OpenIddictServerBuilder server, Tenant tenant)
    {
        Add<ExtractAuthorizationRequestContext>(server, new ResumedRequest(tenant), order: int.MaxValue - 1_000);
        Add<ValidateAuthorizationRequestContext>(server, new AuthorizationRequestRules(tenant), order: 0);
        Add<ApplyAuthorizationResponseContext>(server, new ShortCodes(tenant), order: int.MinValue + 1_000);
        Add<ExtractTokenRequestContext>(server, new CodeRedemption(tenant), order: int.MaxValue - 1_000);
        Add<ValidateTokenRequestContext>(server, new TokenRequestRules(tenant), order: int.MinValue + 1_000);
        Add<ApplyTokenResponseContext>(server, new TokenResponseNotes(tenant), order: int.MinValue + 1_000);
        Add<ValidateEndSessionRequestContext>(server, new LogoutRequestRules(tenant), order: int.MaxValue - 1_000);
    }

    private static void Add<TContext>(
        OpenIddictServerBuilder server, IOpenIddictServerHandler<TContext> handler, int order)
        where TContext : BaseContext =>
        server.AddEventHandler<TContext>(descriptor => descriptor.UseSingletonHandler(handler).SetOrder(order));
}

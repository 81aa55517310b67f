using Microsoft.AspNetCore.Builder;
using Prober.Lab.Assets;
using Prober.Lab.Upstream.OpenIdConnect;
using Prober.Lab.Upstream.Saml;

namespace Prober.Lab.Upstream;

/// <summary>The upstream provider's web site: one login page, two protocols.</summary>
internal sealed class UpstreamSite(UpstreamProvider upstream)
{
    public void Map(WebApplication app)
    {
        upstream.Fault.InFrontOfUpstream(app);
        app.UseRouting();
        LabAssets.Map(app);

        var signIn = new UpstreamSignIn(upstream);
        app.MapGet(UpstreamPaths.SignIn, signIn.ShowAsync);
        app.MapPost(UpstreamPaths.SignIn, signIn.SubmitAsync);

        var codes = new UpstreamCodes();
        app.MapGet(UpstreamPaths.Authorize, new UpstreamAuthorizeEndpoint(upstream, signIn, codes).HandleAsync);
        app.MapPost(UpstreamPaths.Token, new UpstreamTokenEndpoint(upstream, codes).HandleAsync);
        app.MapGet(UpstreamPaths.EndSession, new UpstreamEndSessionEndpoint(upstream, signIn).HandleAsync);
        var saml = new UpstreamSamlEndpoint(upstream, signIn);
        app.MapGet(UpstreamPaths.SamlSignOn, saml.SignOnAsync);
        app.MapGet(UpstreamPaths.SamlLogout, saml.LogOutAsync);
        app.MapGet(UpstreamPaths.SamlMetadata, saml.ShowMetadataAsync);
        var metadata = new UpstreamMetadata(upstream);
        app.MapGet(UpstreamPaths.Discovery, metadata.DiscoveryAsync);
        app.MapGet(UpstreamPaths.Keys, UpstreamMetadata.KeysAsync);
    }
}

using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Http;

namespace Prober.Lab.Applications;

/// <summary>Shapes the request that an application's logout sends to the provider.</summary>
internal sealed class LogoutRequest(ApplicationProfile profile)
{
    public Task AdjustAsync(RedirectContext context)
    {
        if (profile.FederatedLogout is { } federated)
            context.ProtocolMessage.SetParameter("federated", federated);

        switch (profile.Logout)
        {
            case LogoutWay.OpenIdConnectWithoutHint:
                context.ProtocolMessage.IdTokenHint = null;
                context.ProtocolMessage.ClientId = profile.ClientId;
                break;

            case LogoutWay.OpenIdConnectUnnamed:
                context.ProtocolMessage.IdTokenHint = null;
                context.ProtocolMessage.ClientId = null;
                break;

            case LogoutWay.ReturnTo:
                Redirect(context, new() { ["client_id"] = profile.ClientId, ["returnTo"] = profile.Url(profile.SignedOutPath) });
                break;

            case LogoutWay.ClientIdOnly:
                Redirect(context, new() { ["client_id"] = profile.ClientId });
                break;
        }

        return Task.CompletedTask;
    }

    private void Redirect(RedirectContext context, Dictionary<string, string?> query)
    {
        context.Response.Redirect(new Uri(profile.Issuer, "v2/logout") + QueryString.Create(query).ToString());
        context.HandleResponse();
    }
}

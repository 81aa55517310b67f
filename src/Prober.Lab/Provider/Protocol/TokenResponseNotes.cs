using OpenIddict.Server;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Prober.Lab.Provider.Protocol;

/// <summary>Notes each code exchange in the log and gives a fault its chance to spoil the ID token on the way out.</summary>
internal sealed class TokenResponseNotes(Tenant tenant) : IOpenIddictServerHandler<ApplyTokenResponseContext>
{
    public ValueTask HandleAsync(ApplyTokenResponseContext context)
    {
        var clientId = context.Request?.ClientId;
        if (context.Error is not null)
            tenant.Log.Write("feacft", clientId, username: null, context.Response.ErrorDescription ?? context.Error);
        else
            tenant.Log.Write("seacft", clientId, Username(context.Response.IdToken), "Authorization code for access token");

        if (context.Response.IdToken is { } token)
            context.Response.IdToken = tenant.Fault.AlterIdentityToken(token);

        return default;
    }

    private string? Username(string? identityToken) =>
        identityToken is null ? null : tenant.Users.FindBySubject(IdentityTokenDraft.Parse(identityToken).Text("sub"))?.Username;
}

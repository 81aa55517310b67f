using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Prober.Lab.Applications;

namespace Prober.Lab;

/// <summary>Answers come as a POST from another site, and Portal's cookie is one that such a POST does not carry.</summary>
internal sealed class LaxCookieFormPostFault : FaultBehaviour
{
    public override FaultInfo Info { get; } = new(
        Fault.LaxCookieFormPost, "F64", "lax-cookie-form-post",
        "Portal asks for form_post and keeps its state in a cookie with SameSite=Lax.", "token-state-roundtrip")
    {
        Reason = "samesite-post",
        MustNotFail = ["session-cookie-established"],
    };

    public override void AdjustOpenIdConnect(ApplicationProfile application, OpenIdConnectOptions options)
    {
        if (application.Kind is ApplicationKind.Portal)
            options.ResponseMode = OpenIdConnectResponseMode.FormPost;
    }
}

using Microsoft.AspNetCore.Http;
using Prober.Lab.Assets;

namespace Prober.Lab.Provider.Pages;

/// <summary>The provider's front door: says whether this browser has a session.</summary>
internal sealed class ProviderHomePage(Tenant tenant)
{
    public Task ShowAsync(HttpContext context)
    {
        var session = tenant.Sessions.Touch(SessionCookie.Read(context.Request));
        var text = session is null ? "Nobody is logged in from this browser." : $"Logged in as {session.User.Username}.";
        return context.Response.WriteHtmlAsync(
            ProviderLayout.Render("Lab Identity", $"""<p class="lead">{Markup.Encode(text)}</p>"""), context.RequestAborted);
    }
}

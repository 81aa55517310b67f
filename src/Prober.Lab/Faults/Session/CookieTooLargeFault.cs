using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Prober.Lab.Applications;

namespace Prober.Lab;

/// <summary>Portal writes everything it knows of the person into one cookie, and Alice is in two hundred groups.</summary>
internal sealed class CookieTooLargeFault : FaultBehaviour
{
    private const int Groups = 200;

    public override FaultInfo Info { get; } = new(
        Fault.CookieTooLarge, "F44", "cookie-too-large",
        "Portal's cookie holds the person's two hundred groups and is larger than browsers keep.", "session-app-established")
    {
        Reason = "cookie-too-large",
        MustNotFail = ["claims-jwt-*"],
    };

    public override IReadOnlyList<LabUser> Users(IReadOnlyList<LabUser> users) =>
        [.. users.Select(user => user == Visitor ? user with { Groups = [.. user.Groups, .. Many()] } : user)];

    public override void AdjustCookie(ApplicationProfile application, CookieAuthenticationOptions options)
    {
        if (application.Kind is ApplicationKind.Portal)
            options.CookieManager = new OneCookie();
    }

    private static IEnumerable<string> Many() => Enumerable.Range(1, Groups).Select(number => $"cost-centre-{number:d4}");

    /// <summary>ASP.NET Core would cut the value into pieces; other frameworks do not.</summary>
    private sealed class OneCookie : ICookieManager
    {
        public string? GetRequestCookie(HttpContext context, string key) => context.Request.Cookies[key];

        public void AppendResponseCookie(HttpContext context, string key, string? value, CookieOptions options) =>
            context.Response.Cookies.Append(key, value ?? "", options);

        public void DeleteCookie(HttpContext context, string key, CookieOptions options) => context.Response.Cookies.Delete(key, options);
    }
}

using Microsoft.AspNetCore.Http;

namespace Prober.Lab.Provider;

/// <summary>
/// The browser's key to its session at the provider: <c>auth0</c> for browsers that know <c>SameSite=None</c> and a twin
/// <c>auth0_compat</c> without it for those that do not.
/// </summary>
internal static class SessionCookie
{
    public const string Name = "auth0";
    public const string CompatibleName = "auth0_compat";

    public static string? Read(HttpRequest request) => request.Cookies[Name] ?? request.Cookies[CompatibleName];

    public static void Write(HttpResponse response, ProviderSession session, Tenant tenant)
    {
        foreach (var cookie in tenant.Fault.SessionCookies(Healthy(session, tenant.Options)))
            response.Cookies.Append(cookie.Name, cookie.Value, cookie.Options);
    }

    private static IReadOnlyList<OfferedCookie> Healthy(ProviderSession session, LabOptions options) =>
    [
        new(Name, session.Id, Attributes(SameSiteMode.None, options)),
        new(CompatibleName, session.Id, Attributes(SameSiteMode.Unspecified, options)),
    ];

    private static CookieOptions Attributes(SameSiteMode sameSite, LabOptions options) => new()
    {
        HttpOnly = true,
        Secure = true,
        SameSite = sameSite,
        MaxAge = options.AbsoluteLifetime,
        Path = "/",
    };
}

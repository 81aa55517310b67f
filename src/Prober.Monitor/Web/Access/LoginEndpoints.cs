using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Prober.Monitor.Web.Pages;

namespace Prober.Monitor.Web.Access;

/// <summary>Where people log in and out.</summary>
internal static class LoginEndpoints
{
    public const string Login = "/login", AtProvider = "/login/provider", Logout = "/logout";

    public static void MapLogin(this IEndpointRouteBuilder routes, AccessOptions access)
    {
        if (access.IsOpen) return;
        routes.MapGet(Login, (HttpContext context, string? back, PageRenderer pages) => PageAsync(context, pages, access, back, problem: null)).AllowAnonymous();
        routes.MapPost(Login, async (HttpContext context, PageRenderer pages) =>
        {
            var form = await context.Request.ReadFormAsync(context.RequestAborted);
            var back = Local(form["back"]);
            if (access.Tokens.FirstOrDefault(token => token.Is(form["token"].ToString().Trim())) is not { } known)
            {
                context.Response.StatusCode = StatusCodes.Status401Unauthorized;
                return await PageAsync(context, pages, access, back, "That is none of the tokens.");
            }

            await context.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, Person.Of(known, TokenHandler.Name));
            return Results.LocalRedirect(back);
        }).WithFormToken().AllowAnonymous();
        routes.MapPost(Logout, async (HttpContext context) =>
        {
            await context.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
            return Results.LocalRedirect(Login);
        }).WithFormToken();
        if (access.Provider is null) return;
        routes.MapGet(AtProvider, (string? back) => Results.Challenge(new() { RedirectUri = Local(back) }, [OpenIdConnectDefaults.AuthenticationScheme])).AllowAnonymous();
    }

    private static Task<IResult> PageAsync(HttpContext context, PageRenderer pages, AccessOptions access, string? back, string? problem) => pages.PageAsync<LoginPage>(context, new()
    {
        [nameof(LoginPage.Back)] = Local(back),
        [nameof(LoginPage.HasTokens)] = access.Tokens.Count > 0,
        [nameof(LoginPage.Provider)] = access.Provider?.Issuer.Authority,
        [nameof(LoginPage.Problem)] = problem,
    });

    // An address of another site is not gone to, whoever wrote it into a link (RFC 3986 section 4.2: two slashes begin a host).
    private static string Local(string? back) => back is ['/', not ('/' or '\\'), ..] && !back.Any(char.IsControl) ? back : "/";
}

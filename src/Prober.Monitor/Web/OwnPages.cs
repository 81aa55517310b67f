using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Prober.Monitor.Web;

/// <summary>No page of somebody else's may use a browser that reaches this one to change something here.</summary>
internal static class OwnPages
{
    /// <summary>For the API: what browsers say of where a request comes from (Fetch Metadata; RFC 6454 section 7). Other programs say nothing and may.</summary>
    public static RouteHandlerBuilder FromOwnPagesAlone(this RouteHandlerBuilder route) => route.AddEndpointFilter(async (context, next) =>
        IsForeign(context.HttpContext.Request) ? Results.Text("a page of another site may not do this\n", statusCode: StatusCodes.Status403Forbidden) : await next(context));

    /// <summary>For the page's forms: the token that the page gave them.</summary>
    public static RouteHandlerBuilder WithFormToken(this RouteHandlerBuilder route) => route.AddEndpointFilter(async (context, next) =>
        await context.HttpContext.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context.HttpContext)
            ? await next(context)
            : Results.Text("the form is too old or not of this page; load the page anew\n", statusCode: StatusCodes.Status400BadRequest));

    private static bool IsForeign(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site.Length > 0) return site is not ("same-origin" or "none");
        var origin = request.Headers.Origin.ToString();
        return origin.Length > 0 && !(Uri.TryCreate(origin, UriKind.Absolute, out var page) && page.Authority == request.Host.Value);
    }
}

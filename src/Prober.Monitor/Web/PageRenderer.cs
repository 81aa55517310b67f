using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Prober.Monitor.Web.Pages;

namespace Prober.Monitor.Web;

/// <summary>Makes a page out of a component and what it shows.</summary>
internal sealed class PageRenderer(IAntiforgery forms, TimeProvider time)
{
    public const string VisitName = "Visit";

    public async Task<IResult> PageAsync<T>(HttpContext context, Dictionary<string, object?> parameters)
        where T : IComponent
    {
        parameters[VisitName] = new Visit(forms.GetAndStoreTokens(context).RequestToken ?? "", time.GetUtcNow());
        context.Response.Headers.ContentSecurityPolicy = PageStyle.Policy;
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.Headers["Referrer-Policy"] = "no-referrer";
        return Results.Content(await HtmlAsync<T>(parameters), "text/html; charset=utf-8");
    }

    private static async Task<string> HtmlAsync<T>(Dictionary<string, object?> parameters)
        where T : IComponent
    {
        await using var services = new ServiceCollection().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        return await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<T>(ParameterView.FromDictionary(parameters))).ToHtmlString());
    }
}

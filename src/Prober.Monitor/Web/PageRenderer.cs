using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Prober.Monitor.Web.Access;
using Prober.Monitor.Web.Pages;

namespace Prober.Monitor.Web;

/// <summary>Makes a page out of a component and what it shows.</summary>
internal sealed class PageRenderer(MonitorOptions options, IAntiforgery forms, TimeProvider time)
{
    public const string VisitName = "Visit";

    // Stand for what is another each time, so that a page of which nothing else has changed is known for the same; nobody else can guess them.
    private readonly string _form = $"form-{Guid.NewGuid():N}", _now = $"now-{Guid.NewGuid():N}";

    /// <summary>The page, or that nothing has changed since the one that the browser has (RFC 9110 section 13.1.2).</summary>
    public async Task<IResult> PageAsync<T>(HttpContext context, Dictionary<string, object?> parameters)
        where T : IComponent
    {
        parameters[VisitName] = new Visit(_form, _now)
        {
            MayChange = options.Access.IsOpen || context.User.Is(AccessRole.Operator),
            Who = context.User.Identity?.Name,
        };
        var html = await HtmlAsync<T>(parameters);
        var version = $"\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(html)))[..32]}\"";
        var token = forms.GetAndStoreTokens(context).RequestToken;
        context.Response.Headers.ContentSecurityPolicy = PageStyle.Policy;
        context.Response.Headers.ETag = version;
        return context.Request.Headers.IfNoneMatch.ToString() == version
            ? Results.StatusCode(StatusCodes.Status304NotModified)
            : Results.Content(html.Replace(_form, token, StringComparison.Ordinal).Replace(_now, PageWords.Time(time.GetUtcNow()), StringComparison.Ordinal), "text/html; charset=utf-8");
    }

    private static async Task<string> HtmlAsync<T>(Dictionary<string, object?> parameters)
        where T : IComponent
    {
        await using var services = new ServiceCollection().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        return await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<T>(ParameterView.FromDictionary(parameters))).ToHtmlString());
    }
}

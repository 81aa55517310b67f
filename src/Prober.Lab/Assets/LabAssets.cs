using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Prober.Lab.Assets;

/// <summary>Style sheet, scripts and pictures that the lab's sites share, served from the assembly.</summary>
internal static class LabAssets
{
    public const string Stylesheet = "/assets/site.css";
    public const string Mark = "/assets/mark.svg";

    private static readonly Dictionary<string, string> ContentTypes = new()
    {
        [".css"] = "text/css; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".svg"] = "image/svg+xml",
    };

    public static void Map(WebApplication app) => app.MapGet("/assets/{name}", ServeAsync);

    public static string Read(string name)
    {
        using var stream = Open(name) ?? throw new FileNotFoundException($"The lab has no asset '{name}'.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static async Task ServeAsync(HttpContext context)
    {
        var name = (string)context.Request.RouteValues["name"]!;
        await using var stream = Open(name);
        if (stream is null)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        context.Response.ContentType = ContentTypes.GetValueOrDefault(Path.GetExtension(name), "application/octet-stream");
        context.Response.Headers.CacheControl = "public, max-age=3600";
        await stream.CopyToAsync(context.Response.Body, context.RequestAborted);
    }

    private static Stream? Open(string name) =>
        typeof(LabAssets).Assembly.GetManifestResourceStream("Prober.Lab.Assets." + name);
}

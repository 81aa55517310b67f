using Microsoft.Extensions.DependencyInjection;

namespace Prober.Monitor.Web;

/// <summary>The REST API's description, for generators of clients and for people. The committed copy is held against what is served.</summary>
internal static class OpenApiDocument
{
    /// <summary>Where it is served.</summary>
    public const string Address = "/api/openapi.json";

    public static void AddOpenApiDocument(this IServiceCollection services) => services.AddOpenApi(options =>
    {
        options.ShouldInclude = description => description.RelativePath?.StartsWith("api/", StringComparison.Ordinal) == true;
        options.AddDocumentTransformer((document, _, _) =>
        {
            (document.Info.Title, document.Info.Version) = ("Prober", "1");
            document.Info.Description = "Scenarios, runs, incidents and silences of a prober that watches logins.";
            // Whoever asks knows the address; ours is one that only this machine sees.
            document.Servers?.Clear();
            document.Tags?.Clear();
            foreach (var operation in document.Paths.Values.SelectMany(path => path.Operations?.Values.AsEnumerable() ?? [])) operation.Tags?.Clear();
            return Task.CompletedTask;
        });
    });
}

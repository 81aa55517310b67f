using System.Text.Json;

namespace Prober.Reporting.Wording;

/// <summary>Reads this room's embedded texts; a missing one is a build defect and throws on first use.</summary>
internal static class EmbeddedData
{
    public static string Text(string name)
    {
        using var stream = Open(name);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    public static IReadOnlyList<T> List<T>(string name)
    {
        using var stream = Open(name);
        return JsonSerializer.Deserialize<List<T>>(stream, JsonSerializerOptions.Web)
            ?? throw new InvalidOperationException($"The embedded file {name} is empty.");
    }

    private static Stream Open(string name) =>
        typeof(EmbeddedData).Assembly.GetManifestResourceStream(name)
        ?? throw new InvalidOperationException($"The embedded file {name} is missing.");
}

using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Prober.Scenarios.Reading.Shapes;

/// <summary>Writes the JSON Schema of a whole file.</summary>
public static class SchemaFile
{
    // Apostrophes and quotes in sentences stay readable; the file is never put into HTML.
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Write(Shape shape, string title)
    {
        var definitions = new SchemaDefinitions();
        var schema = new JsonObject { ["$schema"] = "http://json-schema.org/draft-07/schema#", ["title"] = title };
        foreach (var (word, value) in shape.Schema(definitions)) schema[word] = value?.DeepClone();
        if (definitions.ToJson() is { Count: > 0 } parts) schema["definitions"] = parts;
        return schema.ToJsonString(Options) + "\n";
    }
}

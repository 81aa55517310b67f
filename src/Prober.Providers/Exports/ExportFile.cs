using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Prober.Providers;

/// <summary>One object of a file, and the line where it begins.</summary>
internal sealed record ExportItem(JsonObject Json, int Line);

/// <summary>
/// Reads a file of records: a JSON array, an object that wraps one (under <c>value</c>, <c>logs</c>, <c>events</c>, <c>users</c>), one object, or one object a line (NDJSON).
/// </summary>
internal static class ExportFile
{
    private const int MostBytes = 64 * 1024 * 1024;
    private static readonly string[] Wrappers = ["value", "logs", "events", "users", "items"];

    /// <exception cref="ExportFormatException">It is not there, too large, or no such file.</exception>
    public static IReadOnlyList<ExportItem> Read(string file) => Parse(Bytes(file), file);

    private static byte[] Bytes(string file)
    {
        try
        {
            if (new FileInfo(file) is { Exists: true, Length: > MostBytes } large) throw new ExportFormatException(file, 0, $"expected at most {MostBytes / 1024 / 1024} MB, found {large.Length / 1024 / 1024}");
            return File.ReadAllBytes(file);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new ExportFormatException(file, 0, $"expected a file that can be read, but it cannot ({failure.GetType().Name})", failure);
        }
    }

    private static List<ExportItem> Parse(ReadOnlyMemory<byte> bytes, string file)
    {
        if (bytes.Span.StartsWith(Encoding.UTF8.Preamble)) bytes = bytes[Encoding.UTF8.Preamble.Length..];
        if (bytes.Span.Trim(" \t\r\n"u8).IsEmpty) throw new ExportFormatException(file, 1, "expected JSON, found an empty file");
        var items = new List<ExportItem>();
        var reader = new Utf8JsonReader(bytes.Span, new JsonReaderOptions { AllowMultipleValues = true, AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
        var lines = new LineCounter(bytes);
        try
        {
            while (reader.Read()) Value(ref reader, lines, items, file);
        }
        catch (JsonException broken)
        {
            throw new ExportFormatException(file, (int)(broken.LineNumber ?? 0) + 1, "expected JSON: an array of objects, or one object a line", broken);
        }

        return items;
    }

    private static void Value(ref Utf8JsonReader reader, LineCounter lines, List<ExportItem> items, string file)
    {
        var line = lines.Of(reader.TokenStartIndex);
        switch (reader.TokenType)
        {
            case JsonTokenType.StartArray:
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) Value(ref reader, lines, items, file);
                break;
            case JsonTokenType.StartObject:
                Object(ref reader, lines, items, file, line);
                break;
            default:
                throw new ExportFormatException(file, line, $"expected an object, found {Kind(reader.TokenType)}");
        }
    }

    private static void Object(ref Utf8JsonReader reader, LineCounter lines, List<ExportItem> items, string file, int line)
    {
        var ahead = reader;
        if (JsonNode.Parse(ref reader) is not JsonObject json) return;
        if (Wrappers.FirstOrDefault(name => json[name] is JsonArray && json[name].Objects().Any()) is not { } wrapper || IsRecord(json))
        {
            if (!IsEmptyWrapper(json)) items.Add(new(json, line));
            return;
        }

        // A second walk over the same bytes, to know the line of each record.
        while (ahead.Read() && !(ahead.CurrentDepth == reader.CurrentDepth + 1 && ahead.TokenType == JsonTokenType.PropertyName && ahead.ValueTextEquals(wrapper)))
        {
        }

        ahead.Read();
        Value(ref ahead, lines, items, file);
    }

    private static bool IsRecord(JsonObject json) => json.ContainsKey("id") || json.ContainsKey("client_id") || json.ContainsKey("user_id") || json.ContainsKey("realm");

    private static bool IsEmptyWrapper(JsonObject json) => json.Count <= 4 && Wrappers.Any(name => json[name] is JsonArray { Count: 0 });

    private static string Kind(JsonTokenType token) => token switch
    {
        JsonTokenType.String => "a text",
        JsonTokenType.Number => "a number",
        JsonTokenType.Null => "null",
        _ => "true or false",
    };
}

using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Prober.Evidence.Har;

namespace Prober.Evidence.Redaction.Sanitizing;

/// <summary>JSON of any exporter as nodes and back: tolerates what <see cref="HarReader"/> tolerates, keeps numbers as they are spelled and members in their order.</summary>
internal static class JsonNodes
{
    private static readonly JsonReaderOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 256 };

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 512 };

    /// <exception cref="JsonException">It is no JSON, or nests deeper than 256.</exception>
    public static JsonNode? Parse(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, Lenient);
        reader.Read();
        return Node(ref reader);
    }

    public static byte[] ToBytes(JsonNode? node) => Encoding.UTF8.GetBytes(node?.ToJsonString(Relaxed) ?? "null");

    private static JsonNode? Node(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                var members = new JsonObject();
                // Of doubled members the last counts, as for every reader.
                while (LenientJson.NextMember(ref reader)) members[LenientJson.Text(ref reader)!] = Value(ref reader);
                return members;
            case JsonTokenType.StartArray:
                var items = new JsonArray();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) items.Add(Node(ref reader));
                return items;
            case JsonTokenType.String:
                return JsonValue.Create(LenientJson.Text(ref reader)!);
            case JsonTokenType.Null:
                return null;
            default:
                return JsonValue.Create(JsonElement.ParseValue(ref reader));
        }
    }

    private static JsonNode? Value(ref Utf8JsonReader reader)
    {
        reader.Read();
        return Node(ref reader);
    }
}

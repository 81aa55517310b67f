using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Prober.Providers;

/// <summary>Reads members of a provider's JSON. A member of another type counts as absent, since vendors change their minds.</summary>
internal static class JsonReading
{
    public static string? Text(this JsonObject json, string name) => json[name].AsText();

    /// <summary>The text under the first of several names that holds one.</summary>
    public static string? FirstText(this JsonObject json, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (json.Text(name) is { Length: > 0 } text) return text;
        }

        return null;
    }

    /// <summary>A text or a number as text.</summary>
    public static string? AsText(this JsonNode? node) => node?.GetValueKind() switch
    {
        JsonValueKind.String => node.GetValue<string>(),
        JsonValueKind.Number => node.ToJsonString(),
        _ => null,
    };

    public static bool? Flag(this JsonObject json, string name) =>
        json[name]?.GetValueKind() switch { JsonValueKind.True => true, JsonValueKind.False => false, _ => null };

    public static double? Number(this JsonObject json, string name) =>
        json[name] is JsonValue value && value.GetValueKind() == JsonValueKind.Number && value.TryGetValue<double>(out var number) ? number : null;

    public static int? Whole(this JsonObject json, string name) => json.Number(name) is { } number ? (int)number : null;

    public static JsonObject? Object(this JsonObject json, string name) => json[name] as JsonObject;

    /// <summary>Null when the member is no list.</summary>
    public static IReadOnlyList<string>? Texts(this JsonObject json, string name) =>
        json[name] is JsonArray array ? [.. array.Select(AsText).OfType<string>()] : null;

    public static IEnumerable<JsonObject> Objects(this JsonNode? node) => node is JsonArray array ? array.OfType<JsonObject>() : [];

    /// <summary>A moment as ISO 8601 text or as milliseconds since 1970.</summary>
    public static DateTimeOffset? Instant(this JsonObject json, string name) => json[name]?.GetValueKind() switch
    {
        JsonValueKind.String => DateTimeOffset.TryParse(
            json[name]!.GetValue<string>(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant) ? instant : null,
        JsonValueKind.Number when json.Number(name) is { } milliseconds and > 0 and < 253_402_300_800_000 => DateTimeOffset.FromUnixTimeMilliseconds((long)milliseconds),
        _ => null,
    };

    public static DateTimeOffset RequiredInstant(this JsonObject json, string name, string expected) =>
        json.Instant(name) ?? throw new UnexpectedShapeException($"{expected} with a time under \"{name}\"");

    public static string RequiredText(this JsonObject json, string name, string expected) =>
        json.Text(name) is { Length: > 0 } text ? text : throw new UnexpectedShapeException($"{expected} with a text under \"{name}\"");

    /// <summary>A copy of some members, those that are there.</summary>
    public static JsonObject Only(this JsonObject json, IReadOnlySet<string> names) =>
        new(json.Where(member => names.Contains(member.Key)).Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone())));

    /// <summary>A copy without some members.</summary>
    public static JsonObject Without(this JsonObject json, IReadOnlySet<string> names) =>
        new(json.Where(member => !names.Contains(member.Key)).Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone())));
}

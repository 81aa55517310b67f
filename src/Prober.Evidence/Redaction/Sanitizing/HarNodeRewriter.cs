using System.Text.Json;
using System.Text.Json.Nodes;

namespace Prober.Evidence.Redaction.Sanitizing;

/// <summary>
/// Walks the JSON of a HAR and rewrites every text in it by its place. Members that nobody knows are walked like any other, so that an
/// exporter's extension is kept and yet not overlooked.
/// </summary>
internal sealed class HarNodeRewriter(HarTexts texts, SanitizeTally tally)
{
    public JsonNode? Rewrite(JsonNode? node, string place) => Node(node, place, "");

    private JsonNode? Node(JsonNode? node, string place, string member) => node switch
    {
        null => null,
        JsonObject json => NamedFields.IsForm(json, member) ? Form(json, place, member) : Object(json, place, member),
        JsonArray array when NamedFields.IsField(array, member) => Field(array, place, member),
        JsonArray array => new JsonArray([.. array.Select(item => Node(item, place, member))]),
        _ when node.GetValueKind() == JsonValueKind.String => JsonValue.Create(Text(node.GetValue<string>(), place, member)),
        _ => node.DeepClone(),
    };

    private JsonObject Object(JsonObject json, string place, string member)
    {
        var result = new JsonObject();
        var inside = member.Length == 0 || place.Contains(' ') ? place : Join(place, member);
        if (NameOf(json) is { } name && ValueMember(json) is { } value) return Pair(json, name, value, place, member);
        foreach (var (key, node) in json)
        {
            tally.Place = inside;
            result[Free(result, Name(key))] = IsContent(json, key) && Content(json, key, inside) is { } content ? content
                : Node(node, member is "request" or "response" ? member : place, key);
        }

        return result;
    }

    // A name that had a secret in it may have become another's.
    private static string Free(JsonObject json, string key) => json.ContainsKey(key) ? Free(json, key + "_") : key;

    // What holds the entries together cannot be a secret.
    private string Name(string key) => key is "log" or "entries" or "requests" ? key : texts.Finish(key);

    private JsonObject Form(JsonObject fields, string place, string member)
    {
        var result = new JsonObject();
        foreach (var (key, values) in fields)
        {
            tally.Place = Join(place, member);
            result[Free(result, Name(key))] = new JsonArray([.. NamedFields.Values(values).Select(value => JsonValue.Create(PairValue(member, key, value)))]);
        }

        return result;
    }

    private JsonArray Field(JsonArray field, string place, string member)
    {
        tally.Place = Join(place, member);
        var (name, values) = NamedFields.Of(field);
        return new JsonArray([JsonValue.Create(texts.Finish(name)), .. values.Select(value => JsonValue.Create(PairValue(member, name, value)))]);
    }

    private string Text(string value, string place, string member)
    {
        tally.Place = Join(place, member);
        return Masks.IsMasked(value) ? value
            : member is AttachedBodies.Member or "requestId" || Digests.IsMember(member) ? texts.Digest(value)
            : value is ['<', ..] ? texts.Body(value, "application/xml")
            : SensitiveNames.KindOf(member) is not null || SensitiveNames.IsSaml(member) ? texts.Body(Member(member, value), "application/json") is var json && Back(json) is { } back ? back : texts.Text(value)
            : texts.Text(value);
    }

    private static string Member(string name, string value) => new JsonObject { [name] = value }.ToJsonString();

    private static string? Back(string json)
    {
        try
        {
            return (JsonNode.Parse(json) as JsonObject)?.FirstOrDefault().Value?.GetValue<string>();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // Headers, cookies, query and form parameters, and whatever an exporter adds in the same shape.
    private JsonObject Pair(JsonObject json, string name, string value, string place, string member)
    {
        var result = new JsonObject();
        foreach (var (key, node) in json)
        {
            tally.Place = Join(place, member);
            var text = node?.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : null;
            result[Free(result, Name(key))] = key == value && text is not null ? JsonValue.Create(PairValue(member, name, text)) : text is not null ? JsonValue.Create(texts.Text(text)) : Node(node, place, key);
        }

        return result;
    }

    private string PairValue(string member, string name, string value) =>
        member.Contains("header", StringComparison.OrdinalIgnoreCase) || member.Contains("trailer", StringComparison.OrdinalIgnoreCase) ? texts.Header(name, value)
        : member.Contains("cookie", StringComparison.OrdinalIgnoreCase) ? texts.Cookie(value)
        : texts.Parameter(name, value);

    private static string? NameOf(JsonObject json) => StringOf(json, "name") ?? StringOf(json, "key");

    private static string? ValueMember(JsonObject json) => StringOf(json, "value") is not null ? "value" : null;

    private static string? StringOf(JsonObject json, string name) => json[name] is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    // content.text, postData.text and the messages of a web socket.
    private static bool IsContent(JsonObject json, string key) =>
        StringOf(json, key) is not null && (key is "text" or "data" or "payload" or "payloadData" or "body" or "response" || (key == "content" && StringOf(json, "mimeType") is not null));

    private JsonValue? Content(JsonObject json, string key, string place)
    {
        tally.Place = place;
        var text = StringOf(json, key)!;
        var mediaType = StringOf(json, "mimeType");
        var isBase64 = "base64".Equals(StringOf(json, "encoding"), StringComparison.OrdinalIgnoreCase) || (json["opcode"] is { } opcode && opcode.ToString() == "2");
        if (!isBase64) return JsonValue.Create(texts.Body(text, mediaType));
        var bytes = new byte[(text.Length / 4 * 3) + 3];
        if (!Convert.TryFromBase64String(text, bytes, out var count)) return JsonValue.Create(texts.Body(text, mediaType));
        Array.Resize(ref bytes, count);
        if (BodyBytes.Rewrite(bytes, body => texts.Body(body, mediaType)) is { } rewritten) return JsonValue.Create(rewritten == bytes ? text : Convert.ToBase64String(rewritten));
        tally.RemovedBodies++;
        return JsonValue.Create("");
    }

    private static string Join(string place, string member) => member.Length == 0 || place == member ? place : place.Length == 0 ? member : $"{place} {Word(member)}";

    private static string Word(string member) => member switch
    {
        "headers" => "header",
        "cookies" => "cookie",
        "queryString" => "query",
        "params" or "post" => "form",
        "get" => "query",
        "requestHeaders" => "request header",
        "responseHeaders" => "response header",
        "redirectURL" => "redirect",
        "content" or "postData" => "body",
        _ => member.TrimStart('_'),
    };
}

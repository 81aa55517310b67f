using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Prober.Evidence.Har;

namespace Prober.Evidence.Redaction.Sanitizing;

/// <summary>
/// Takes into an entry the bodies that the recorder laid beside the HAR (Playwright's <c>_file</c>), so that they are cleaned like any other and
/// the copy is one file. One that is not there, or that cannot be searched, is left out.
/// </summary>
/// <param name="find">The bytes of a body by its file's name; null when there is none.</param>
internal sealed class AttachedBodies(Func<string, ReadOnlyMemory<byte>?> find)
{
    /// <summary>Member with the file's name. It is the SHA-1 of the body: whoever knows the rest of a form could try passwords on it.</summary>
    public const string Member = "_file";

    public void TakeIn(JsonNode? entry, SanitizeTally tally)
    {
        if (entry is not JsonObject json) return;
        if ((json["request"] as JsonObject)?["postData"] is JsonObject posted) TakeIn(posted, isResponse: false, tally);
        if ((json["response"] as JsonObject)?["content"] is JsonObject content) TakeIn(content, isResponse: true, tally);
    }

    private void TakeIn(JsonObject body, bool isResponse, SanitizeTally tally)
    {
        if (Text(body, Member) is not { } file || Text(body, "text") is { Length: > 0 } || find(file) is not { } bytes) return;
        body.Remove(Member);
        var text = bytes.Length > HarReadOptions.Default.LongestBody ? null : Decoded(bytes.Span, Text(body, "mimeType"));
        if (text is null && (!isResponse || bytes.Length > HarReadOptions.Default.LongestBody))
        {
            tally.RemovedBodies++;
            return;
        }

        body["text"] = text ?? Convert.ToBase64String(bytes.Span);
        // A response's alone has the member; a HAR has no place for a posted body that is no text.
        if (text is null) body["encoding"] = "base64";
        else body.Remove("encoding");
    }

    private static string? Decoded(ReadOnlySpan<byte> bytes, string? mediaType)
    {
        if (Utf8.IsValid(bytes)) return Encoding.UTF8.GetString(bytes);
        return MediaTypes.IsTextual(mediaType) && MediaTypes.CharacterSet(mediaType) == Encoding.Latin1 ? Encoding.Latin1.GetString(bytes) : null;
    }

    private static string? Text(JsonObject json, string name) => json[name] is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;
}

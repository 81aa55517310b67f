using System.Runtime.CompilerServices;
using Prober.Evidence.Har.Streaming;

namespace Prober.Evidence.Har;

/// <summary>
/// Reads a response's <c>content</c>. Most of a HAR is the text of scripts and pictures: as soon as the media type says that no check reads
/// it, it is passed over without ever being held. A text that stands before its type is kept up to a bound; beyond it, it is fetched again
/// where the stream can go back.
/// </summary>
internal sealed class HarContentParser(HarReadOptions options, HarReadTally tally, StringPool pool)
{
    private const int LongestUndecided = 4 * 1024 * 1024;
    private const int MostTypes = 256;

    private readonly Dictionary<string, (string? Essence, bool IsKept)> _types = new(StringComparer.Ordinal);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public HarContent? Read(JsonStreamReader json)
    {
        if (!json.BeginObject())
        {
            json.SkipValue();
            return null;
        }

        var content = new HarContent();
        while (json.NextMember())
        {
            if (json.Is("mimeType"u8)) content.MimeType = json.PooledText(pool);
            else if (json.Is("size"u8)) content.Size = json.Integer();
            else if (json.Is("encoding"u8)) content.Encoding = json.PooledText(pool);
            else if (json.Is("_file"u8)) content.File = json.Text();
            else if (json.Is("text"u8)) ReadText(json, content);
            else json.SkipValue();
        }

        return content;
    }

    /// <summary>The body, once everything is known that decides about it.</summary>
    public string? Body(HarContent content, string? type, JsonStreamReader json)
    {
        if (!Judged(type).IsKept)
        {
            if (content.File is not null || content.Length > 0) tally.DroppedBodies++;
            return null;
        }

        if (content.Length is not { } length) return content.File is null ? null : HarAttachment.Text(content.File, type, options, tally);
        var text = content.Text ?? Decided(content, length, json);
        return text is not null && "base64".Equals(content.Encoding, StringComparison.OrdinalIgnoreCase) ? HarAttachment.Base64(text, type, tally) : text;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ReadText(JsonStreamReader json, HarContent content)
    {
        (content.Text, content.Undecided, content.UndecidedAt, content.Length) = (null, null, null, null);
        if (json.Peek() != '"')
        {
            json.SkipValue();
            return;
        }

        var at = json.Window.Position + 1;
        switch (IsWanted(content.MimeType))
        {
            case false:
                content.Length = json.SkipString();
                break;
            case true when json.TryString(options.LongestBody, out var raw, out var escaped, out var length):
                (content.Text, content.Length) = (json.Decode(raw, escaped), length);
                break;
            case null when json.TryString(Math.Min(LongestUndecided, options.LongestBody), out var raw, out _, out var length):
                (content.Undecided, content.Length) = (raw.ToArray(), length);
                break;
            default:
                (content.UndecidedAt, content.Length) = (at, json.Window.Position - 1 - at);
                break;
        }
    }

    /// <summary>Type and subtype as <see cref="MediaTypes.Essence"/> gives them, one string for all that are equal.</summary>
    public string? Essence(string? type) => Judged(type).Essence;

    // Null while something that stands further behind may decide.
    private bool? IsWanted(string? type)
    {
        if (options.Bodies == BodyRetention.None) return false;
        return Judged(type) is { Essence: not null, IsKept: var kept } ? kept : null;
    }

    private string? Decided(HarContent content, long length, JsonStreamReader json)
    {
        if (content.Undecided is { } raw) return json.Decode(raw, escaped: true);
        if (length <= options.LongestBody && content.UndecidedAt is { } at && json.Window.ReadAgain(at, (int)length) is { } again)
            return json.Decode(again, escaped: true);
        tally.OversizedBodies++;
        return null;
    }

    private (string? Essence, bool IsKept) Judged(string? type)
    {
        if (type is not null && _types.TryGetValue(type, out var known)) return known;
        var judged = (MediaTypes.Essence(type), Keeps(type));
        if (type is not null && _types.Count < MostTypes) _types[type] = judged;
        return judged;
    }

    private bool Keeps(string? type) => options.Bodies switch
    {
        BodyRetention.All => MediaTypes.IsTextual(type),
        BodyRetention.Evidence => MediaTypes.IsEvidence(type),
        _ => false,
    };
}

using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Prober.Evidence.Har;
using Prober.Evidence.Har.Streaming;

namespace Prober.Evidence.Redaction.Sanitizing;

/// <summary>A HAR, or a SAML-tracer export, that is walked more than once, entry by entry; no more than one entry is in memory at a time.</summary>
/// <param name="open">Opens the file anew, at its beginning. UTF-8, or UTF-16 with its byte order mark.</param>
internal sealed class HarSource(Func<Stream> open)
{
    /// <summary>Walks the entries in the file's order; returns everything around them, with an empty list in their place.</summary>
    /// <exception cref="HarFormatException">It is no HAR, or none that can be taken apart, with the place.</exception>
    public JsonNode? Walk(Action<JsonNode?> entry, CancellationToken cancellationToken)
    {
        using var file = open();
        using var stream = TextEncoding.AsUtf8(file, cancellationToken, out var start);
        var splitter = new HarEntrySplitter(stream, cancellationToken, start: start);
        var around = new AroundEntries();
        var end = 0L;
        while (splitter.Read() is { } segment)
        {
            end = segment.End;
            if (segment.Kind == HarSegmentKind.Entry) entry(Parse(segment.Bytes.Span, inside => segment.End - segment.Bytes.Length + inside));
            else around.Add(segment);
        }

        if (!splitter.HasEntries) Refuse(cancellationToken);
        var parsed = Parse(around.Bytes.Span, around.PositionOf);
        if (ListIn(parsed) is not null) return parsed;
        // Two members of one name, and the one that counts has no list.
        var (line, column, position) = Place(end);
        throw new HarFormatException("expected one \"log\" with \"entries\" in the outermost object", line, column, position);
    }

    /// <summary>The member that holds the list of entries, in what <see cref="Walk"/> returned.</summary>
    public static (JsonObject Of, string Member)? ListIn(JsonNode? around) => around switch
    {
        JsonObject file when file["log"] is JsonObject log && log.ContainsKey("entries") => (log, "entries"),
        JsonObject file when file.ContainsKey("requests") => (file, "requests"),
        _ => null,
    };

    // The reader that cuts forgives what a copy must not be made of: a value that nobody can take apart may hold anything.
    private JsonNode? Parse(ReadOnlySpan<byte> json, Func<long, long> positionOf)
    {
        try
        {
            return JsonNodes.Parse(Valid(json));
        }
        catch (JsonException malformed)
        {
            var inside = StartOf(json, malformed.LineNumber ?? 0) + (malformed.BytePositionInLine ?? 0);
            var (line, column, position) = Place(positionOf(inside));
            throw new HarFormatException("malformed JSON, which cannot be cleaned", line, column, position, malformed);
        }
    }

    private static ReadOnlySpan<byte> Valid(ReadOnlySpan<byte> bytes) => Utf8.IsValid(bytes) ? bytes : Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(bytes));

    private static long StartOf(ReadOnlySpan<byte> json, long line)
    {
        var start = 0;
        for (; line > 0 && json[start..].IndexOf((byte)'\n') is >= 0 and var end; line--) start += end + 1;
        return start;
    }

    private (long Line, long Column, long Position) Place(long position)
    {
        using var file = open();
        using var stream = TextEncoding.AsUtf8(file, CancellationToken.None, out var start);
        var (line, lineStart) = (1L, 0L);
        for (var at = start; at < position && stream.ReadByte() is >= 0 and var value; at++)
        {
            if (value == '\n') (line, lineStart) = (line + 1, at + 1);
        }

        return (line, position - lineStart + 1, position);
    }

    // The reader of all commands says in its words what is missing.
    private void Refuse(CancellationToken cancellationToken)
    {
        using var stream = open();
        HarReader.Read(stream, HarReadOptions.Default with { Bodies = BodyRetention.None }, cancellationToken);
    }
}

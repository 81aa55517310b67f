using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Prober.Evidence.Har;
using Prober.Evidence.Har.Streaming;

namespace Prober.Evidence.Redaction.Sanitizing;

/// <summary>A HAR that is walked more than once, entry by entry; no more than one entry is in memory at a time.</summary>
/// <param name="open">Opens the file anew, at its beginning. UTF-8, or UTF-16 with its byte order mark.</param>
internal sealed class HarSource(Func<Stream> open)
{
    /// <summary>Walks the entries in the file's order; returns everything around them, with an empty list in their place.</summary>
    /// <exception cref="HarFormatException">It is no HAR, or none that can be taken apart, with the place.</exception>
    public JsonNode? Walk(Action<JsonNode?> entry, CancellationToken cancellationToken)
    {
        using var file = open();
        using var stream = TextEncoding.AsUtf8(file, cancellationToken);
        var splitter = new HarEntrySplitter(stream, cancellationToken);
        var around = new MemoryStream();
        while (splitter.Read() is { } segment)
        {
            if (segment.Kind == HarSegmentKind.Entry) entry(Parse(segment));
            else around.Write(Kept(segment.Bytes, isFirst: around.Length == 0).Span);
        }

        if (!splitter.HasEntries) Refuse(cancellationToken);
        try
        {
            return JsonNodes.Parse(Valid(around.ToArray()));
        }
        catch (JsonException malformed)
        {
            throw new HarFormatException("not a HAR: malformed JSON around the entries, which cannot be cleaned", malformed);
        }
    }

    // The commas between entries go with them.
    private static ReadOnlyMemory<byte> Kept(ReadOnlyMemory<byte> piece, bool isFirst)
    {
        if (isFirst) return piece;
        var rest = piece[(piece.Length - piece.Span.TrimStart(" \t\r\n,"u8).Length)..];
        return rest.Length > 0 && rest.Span[0] is (byte)']' or (byte)'}' ? rest : default;
    }

    private JsonNode? Parse(HarSegment segment)
    {
        try
        {
            return JsonNodes.Parse(Valid(segment.Bytes.Span));
        }
        catch (JsonException malformed)
        {
            // The reader that cuts forgives what a copy must not be made of: a value that nobody can take apart may hold anything.
            var inside = StartOf(segment.Bytes.Span, malformed.LineNumber ?? 0) + (malformed.BytePositionInLine ?? 0);
            var (line, column, position) = Place(segment.End - segment.Bytes.Length + inside);
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
        using var stream = TextEncoding.AsUtf8(file, CancellationToken.None);
        var (line, lineStart) = (1L, 0L);
        for (var at = 0L; at < position && stream.ReadByte() is >= 0 and var value; at++)
        {
            if (value == '\n') (line, lineStart) = (line + 1, at + 1);
        }

        return (line, position - lineStart + 1, position);
    }

    // The reader of all commands says in its words what is missing.
    private void Refuse(CancellationToken cancellationToken)
    {
        using var stream = open();
        var log = HarReader.Read(stream, HarReadOptions.Default with { Bodies = BodyRetention.None }, cancellationToken);
        if (log.Creator == SamlTracerParser.Creator) throw new HarFormatException("not a HAR: a SAML-tracer export cannot be cleaned; export a HAR from the browser's network panel");
    }
}

using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Prober.Evidence.Har;

namespace Prober.Evidence.Redaction.Sanitizing;

/// <summary>Cuts a HAR into its entries and the rest.</summary>
internal static class HarPieces
{
    /// <summary>The file as UTF-8 without a byte order mark, broken characters replaced.</summary>
    public static ReadOnlyMemory<byte> ToUtf8(ReadOnlyMemory<byte> file)
    {
        var bytes = file.Span;
        if (bytes.StartsWith("\uFEFF"u8)) return ToUtf8(file[3..]);
        if (bytes.StartsWith<byte>([0xFF, 0xFE])) return Encoding.UTF8.GetBytes(Encoding.Unicode.GetString(bytes[2..]));
        if (bytes.StartsWith<byte>([0xFE, 0xFF])) return Encoding.UTF8.GetBytes(Encoding.BigEndianUnicode.GetString(bytes[2..]));
        return Utf8.IsValid(bytes) ? file : Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(bytes));
    }

    /// <summary>In the file's order; what is between entries is a piece, too.</summary>
    /// <exception cref="HarFormatException">It is no HAR, with the place.</exception>
    public static List<HarPiece> Of(ReadOnlyMemory<byte> json)
    {
        // The reader of all commands decides what is a HAR, in its words; no body is kept for that.
        _ = HarReader.Read(json, new() { Bodies = BodyRetention.Evidence });
        try
        {
            return Cut(json);
        }
        catch (JsonException malformed)
        {
            // That reader forgives what a copy must not be made of: a value that nobody can take apart may hold anything.
            var line = malformed.LineNumber ?? 0;
            var column = malformed.BytePositionInLine ?? 0;
            throw new HarFormatException("malformed JSON, which cannot be cleaned", line + 1, column + 1, StartOf(json.Span, line) + column, malformed);
        }
        catch (InvalidOperationException broken)
        {
            throw new HarFormatException("not a HAR: a member's name holds half of a surrogate pair", broken);
        }
    }

    private static long StartOf(ReadOnlySpan<byte> json, long line)
    {
        var start = 0;
        for (; line > 0 && json[start..].IndexOf((byte)'\n') is >= 0 and var end; line--) start += end + 1;
        return start;
    }

    private static List<HarPiece> Cut(ReadOnlyMemory<byte> json)
    {
        var pieces = new List<HarPiece>();
        var reader = new Utf8JsonReader(json.Span, new JsonReaderOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 256 });
        var end = 0;
        reader.Read();
        while (LenientJson.NextMember(ref reader))
        {
            var isLog = reader.ValueTextEquals("log"u8);
            reader.Read();
            if (isLog && reader.TokenType == JsonTokenType.StartObject) Log(ref reader, json, pieces, ref end);
            else reader.Skip();
        }

        pieces.Add(new(false, json[end..]));
        return pieces;
    }

    private static void Log(ref Utf8JsonReader reader, ReadOnlyMemory<byte> json, List<HarPiece> pieces, ref int end)
    {
        while (LenientJson.NextMember(ref reader))
        {
            var isEntries = reader.ValueTextEquals("entries"u8);
            reader.Read();
            if (!isEntries || reader.TokenType != JsonTokenType.StartArray)
            {
                reader.Skip();
                continue;
            }

            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                var start = (int)reader.TokenStartIndex;
                reader.Skip();
                pieces.Add(new(false, json[end..start]));
                end = (int)reader.BytesConsumed;
                pieces.Add(new(true, json[start..end]));
            }
        }
    }
}

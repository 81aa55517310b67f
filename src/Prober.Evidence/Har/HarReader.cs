using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Prober.Evidence.Har;

/// <summary>
/// Reads a HAR of any recorder and brings it into one form (see <see cref="HarLog"/>). Lenient in what a recorder may leave out or
/// write differently, strict in what makes it a HAR at all: throws <see cref="HarFormatException"/> for anything else.
/// </summary>
public static class HarReader
{
    public static HarLog Read(Stream stream, HarReadOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var buffer = Buffer(stream);
        stream.CopyTo(buffer);
        return Read(Written(buffer), options);
    }

    public static async Task<HarLog> ReadAsync(Stream stream, HarReadOptions? options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var buffer = Buffer(stream);
        await stream.CopyToAsync(buffer, cancellationToken);
        return Read(Written(buffer), options);
    }

    public static HarLog Read(ReadOnlyMemory<byte> file, HarReadOptions? options = null)
    {
        var tally = new HarReadTally();
        var json = ToUtf8(file, tally);
        try
        {
            return new HarLogParser(options ?? HarReadOptions.Default, tally).Read(json.Span);
        }
        catch (JsonException malformed)
        {
            var line = (malformed.LineNumber ?? 0) + 1;
            var column = (malformed.BytePositionInLine ?? 0) + 1;
            throw new HarFormatException(
                $"malformed JSON ({Reason(malformed)})", line, column, JsonPosition.OfLine(json.Span, line) + column - 1, malformed);
        }
        catch (InvalidOperationException broken)
        {
            // The parser compares names only after unescaping them, and has no other way to say that it could not.
            throw new HarFormatException("not a HAR: a member's name holds half of a surrogate pair", broken);
        }
    }

    private static MemoryStream Buffer(Stream stream) => new(stream.CanSeek ? (int)Math.Min(stream.Length - stream.Position, int.MaxValue) : 0);

    private static ReadOnlyMemory<byte> Written(MemoryStream buffer) => buffer.GetBuffer().AsMemory(0, (int)buffer.Length);

    // The parser's message ends with a position that counts from zero; ours stands in front.
    private static string Reason(JsonException malformed)
    {
        var end = malformed.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return (end < 0 ? malformed.Message : malformed.Message[..end]).TrimEnd('.');
    }

    private static ReadOnlyMemory<byte> ToUtf8(ReadOnlyMemory<byte> file, HarReadTally tally)
    {
        var bytes = file.Span;
        if (bytes.StartsWith("\uFEFF"u8)) return ToUtf8(file[3..], tally);
        if (bytes.StartsWith<byte>([0xFF, 0xFE])) return Encoding.UTF8.GetBytes(Encoding.Unicode.GetString(bytes[2..]));
        if (bytes.StartsWith<byte>([0xFE, 0xFF])) return Encoding.UTF8.GetBytes(Encoding.BigEndianUnicode.GetString(bytes[2..]));
        if (Utf8.IsValid(bytes)) return file;
        tally.EncodingRepaired = true;
        return Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(bytes));
    }
}

using System.Text;

namespace Prober.Evidence.Har;

/// <summary>Bodies that lie beside the HAR, and the decoding of bytes into text.</summary>
internal static class HarAttachment
{
    public static string? Text(string file, string? mediaType, HarReadOptions options, HarReadTally tally)
    {
        if (options.Attachment?.Invoke(file) is not { } bytes) tally.MissingAttachments++;
        else if (bytes.Length > options.LongestBody) tally.OversizedBodies++;
        else return Decode(bytes.Span, mediaType, tally);
        return null;
    }

    public static string? Base64(string text, string? mediaType, HarReadTally tally)
    {
        var bytes = new byte[(text.Length / 4 * 3) + 3];
        if (Convert.TryFromBase64String(text, bytes, out var count)) return Decode(bytes.AsSpan(0, count), mediaType, tally);
        tally.UndecodableBodies++;
        return null;
    }

    private static string? Decode(ReadOnlySpan<byte> bytes, string? mediaType, HarReadTally tally)
    {
        try
        {
            return MediaTypes.CharacterSet(mediaType).GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            tally.UndecodableBodies++;
            return null;
        }
    }
}

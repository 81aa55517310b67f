using System.Runtime.InteropServices;
using System.Text;
using Prober.Evidence.Har.Streaming;

namespace Prober.Evidence.Har;

/// <summary>
/// Reads a HAR of any recorder and brings it into one form (see <see cref="HarLog"/>). Lenient in what a recorder may leave out or
/// write differently, strict in what makes it a HAR at all: throws <see cref="HarFormatException"/> for anything else. Reads the stream once,
/// from front to end, and holds no more of it than one value that is kept.
/// </summary>
public static class HarReader
{
    public static HarLog Read(Stream stream, HarReadOptions? options = null) => Read(stream, options ?? HarReadOptions.Default, CancellationToken.None);

    /// <summary>The same on a thread of its own; the token is looked at for every chunk.</summary>
    public static Task<HarLog> ReadAsync(Stream stream, HarReadOptions? options, CancellationToken cancellationToken) =>
        Task.Run(() => Read(stream, options ?? HarReadOptions.Default, cancellationToken), cancellationToken);

    public static HarLog Read(ReadOnlyMemory<byte> file, HarReadOptions? options = null)
    {
        var array = MemoryMarshal.TryGetArray(file, out var segment) ? segment : new ArraySegment<byte>(file.ToArray());
        using var stream = new MemoryStream(array.Array!, array.Offset, array.Count, writable: false);
        return Read(stream, options);
    }

    internal static HarLog Read(Stream stream, HarReadOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var window = new ByteWindow(stream, options.ChunkSize, cancellationToken, LongestValue(options));
        if (TextEncoding.Utf16(window) is not { } encoding) return new HarLogParser(options).Read(new JsonStreamReader(window));
        using var rest = new RestOfWindow(window);
        using var utf8 = Encoding.CreateTranscodingStream(rest, encoding, Encoding.UTF8, leaveOpen: true);
        var transcoded = new ByteWindow(utf8, options.ChunkSize, cancellationToken, LongestValue(options));
        return new HarLogParser(options with { File = null }).Read(new JsonStreamReader(transcoded));
    }

    // Six bytes of the file for a character of the body (\uXXXX), and some room.
    private static int LongestValue(HarReadOptions options) => (int)Math.Min(ByteWindow.LongestHeld, 8L * Math.Max(options.LongestBody, options.ChunkSize));
}

using System.Text;

namespace Prober.Browser.Recording.Logs;

/// <summary>Reads a stream to its end and keeps the last so many bytes of it.</summary>
internal static class LastBytes
{
    public static async Task<string> ReadAsync(Stream stream, int most, CancellationToken cancellationToken)
    {
        var kept = new Queue<byte[]>();
        var total = 0;
        var buffer = new byte[64 * 1024];
        while (await stream.ReadAsync(buffer, cancellationToken) is > 0 and var read)
        {
            kept.Enqueue(buffer[..read]);
            total += read;
            while (total - kept.Peek().Length >= most) total -= kept.Dequeue().Length;
        }

        return Encoding.UTF8.GetString([.. kept.SelectMany(part => part)]);
    }
}

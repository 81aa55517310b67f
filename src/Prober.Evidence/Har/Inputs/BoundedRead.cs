namespace Prober.Evidence.Har.Inputs;

/// <summary>Reads a stream into memory, and no more of it than a bound allows.</summary>
internal static class BoundedRead
{
    /// <summary>Null when there are more bytes than allowed.</summary>
    public static ReadOnlyMemory<byte>? All(Stream stream, long most) => Start(stream, most) is var bytes && bytes.Length <= most ? bytes : null;

    /// <summary>All bytes, or some more than the given number where there are that many.</summary>
    public static ReadOnlyMemory<byte> Start(Stream stream, long most)
    {
        var bytes = new MemoryStream();
        var buffer = new byte[64 * 1024];
        while (bytes.Length <= most && stream.Read(buffer) is > 0 and var count) bytes.Write(buffer, 0, count);

        return bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
    }
}

namespace Prober.Evidence.Har.Inputs;

/// <summary>Reads a whole stream into memory unless it is too long.</summary>
internal static class BoundedRead
{
    /// <summary>Null when there are more bytes than allowed.</summary>
    public static ReadOnlyMemory<byte>? All(Stream stream, long most)
    {
        var bytes = new MemoryStream();
        var buffer = new byte[64 * 1024];
        while (stream.Read(buffer) is > 0 and var count)
        {
            if (bytes.Length + count > most) return null;
            bytes.Write(buffer, 0, count);
        }

        return bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
    }
}

using System.Runtime.CompilerServices;

namespace Prober.Evidence.Har.Streaming;

/// <summary>
/// Punctuation and fixed names that stand between two texts, with any white space in between. How much of it a recorder writes is learnt
/// when it is met first; from then on the whole is one comparison.
/// </summary>
/// <param name="tokens">The bytes without white space; none may stand inside their names.</param>
internal sealed class TokenGap(byte[] tokens)
{
    private byte[] _learnt = [];

    /// <summary>Bytes of the gap when it stands at the start of these; 0 when something else does, or when they end inside it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Length(ReadOnlySpan<byte> bytes)
    {
        if (_learnt.Length > 0 && bytes.StartsWith(_learnt)) return _learnt.Length;
        var length = Walk(bytes);
        if (length > 0) _learnt = bytes[..length].ToArray();
        return length;
    }

    private int Walk(ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        var isInName = false;
        foreach (var token in tokens)
        {
            while (!isInName && at < bytes.Length && bytes[at] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t') at++;
            if (at == bytes.Length || bytes[at] != token) return 0;
            at++;
            if (token == '"') isInName = !isInName;
        }

        return at;
    }
}

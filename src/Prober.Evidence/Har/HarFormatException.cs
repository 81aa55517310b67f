namespace Prober.Evidence.Har;

/// <summary>The input is not a HAR. The message says where and what was expected; it never quotes the content.</summary>
public sealed class HarFormatException : FormatException
{
    public HarFormatException()
    {
    }

    public HarFormatException(string message)
        : base(message)
    {
    }

    public HarFormatException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public HarFormatException(string expected, long line, long column, long position, Exception? innerException = null)
        : base($"not a HAR: line {line}, byte {column} (byte {position} of the file): {expected}", innerException)
    {
        Line = line;
        Column = column;
        Position = position;
    }

    /// <summary>Line, from 1; 0 when unknown.</summary>
    public long Line { get; }

    /// <summary>Byte within the line, from 1.</summary>
    public long Column { get; }

    /// <summary>Byte within the file, from 0.</summary>
    public long Position { get; }
}

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
    public long Line { get; private init; }

    /// <summary>Byte within the line, from 1.</summary>
    public long Column { get; private init; }

    /// <summary>Byte within the file, from 0.</summary>
    public long Position { get; private init; }

    /// <summary>True when the input ended where more was due: it was cut.</summary>
    public bool IsAtEnd { get; internal init; }

    /// <summary>The same with the name of the file in front.</summary>
    public HarFormatException Of(string file) => new($"{file}: {Message}", this) { Line = Line, Column = Column, Position = Position, IsAtEnd = IsAtEnd };
}

namespace Prober.Scenarios.Reading;

/// <summary>
/// A file that a person wrote is wrong. The message is complete: file, line, column, where in the file, what was expected
/// and what stood there, and never a value that came from a variable. Exit code 2.
/// </summary>
public class InputFileException : Exception
{
    public InputFileException(FilePosition position, string reason, Exception? inner = null)
        : base($"{position}: {reason}", inner)
    {
        Position = position;
        Reason = reason;
    }

    public FilePosition Position { get; }

    /// <summary>The message without the position.</summary>
    public string Reason { get; }

    public string File => Position.File;

    /// <summary>From 1.</summary>
    public int Line => Position.Line;

    /// <summary>From 1.</summary>
    public int Column => Position.Column;

    /// <summary>The message alone: a mistake in a file has no use for a stack trace.</summary>
    public override string ToString() => Message;
}

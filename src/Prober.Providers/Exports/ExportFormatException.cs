namespace Prober.Providers;

/// <summary>A file that a person exported is not what it should be: <c>log.json:12: expected …</c>. No value of the file is quoted.</summary>
public sealed class ExportFormatException(string file, int line, string reason, Exception? inner = null)
    : FormatException($"{Path.GetFileName(file)}{(line > 0 ? $":{line}" : "")}: {reason}", inner)
{
    /// <summary>Line in the file, from 1; 0 for the file as a whole.</summary>
    public int Line { get; } = line;
}

using System.Globalization;
using Prober.Evidence.Har.Inputs;

namespace Prober.Analysis;

/// <summary>How far a large file is read: one line on a terminal, which is gone when the reading is over.</summary>
/// <param name="line">Written to from the thread that reads.</param>
/// <param name="name">The file's.</param>
internal sealed class ReadingProgress(PassingLine line, string name) : IProgress<HarReadProgress>, IDisposable
{
    /// <summary>Smaller files are read before anybody could look.</summary>
    internal const long Smallest = 32 * 1024 * 1024;

    private const int Megabyte = 1024 * 1024;

    /// <summary>For a file given on the command line; null where nobody looks.</summary>
    public static ReadingProgress? Of(string path, bool quiet) => PassingLine.Of(quiet) is { } line
        ? new(line, path == HarInput.StandardInput ? "standard input" : Path.GetFileName(path)) : null;

    public void Report(HarReadProgress value)
    {
        if (value.BytesTotal is { } total ? total < Smallest : value.BytesRead < Smallest) return;
        var far = value.BytesTotal is { } whole
            ? string.Create(CultureInfo.InvariantCulture, $"{Math.Min(100, value.BytesRead * 100 / whole)} % of {whole / Megabyte} MB")
            : string.Create(CultureInfo.InvariantCulture, $"{value.BytesRead / Megabyte / 16 * 16} MB");
        line.Show($"{name}: read {far}");
    }

    public void Dispose() => line.Dispose();
}

using System.Globalization;
using Prober.Evidence.Har.Inputs;

namespace Prober.Analysis;

/// <summary>How far a large file is read: one line on a terminal, which is gone when the reading is over.</summary>
/// <param name="terminal">Written to from the thread that reads.</param>
/// <param name="name">The file's.</param>
internal sealed class ReadingProgress(TextWriter terminal, string name) : IProgress<HarReadProgress>, IDisposable
{
    /// <summary>Smaller files are read before anybody could look.</summary>
    internal const long Smallest = 32 * 1024 * 1024;

    private const int Megabyte = 1024 * 1024;

    private readonly string _name = string.Concat(name.Select(letter => char.IsControl(letter) ? '?' : letter));
    private readonly Lock _gate = new();
    private string _shown = "";
    private bool _isOver;

    /// <summary>For a file given on the command line; null where nobody looks: not on a terminal, or asked to be quiet.</summary>
    public static ReadingProgress? Of(string path, bool quiet) => quiet || Console.IsErrorRedirected ? null
        : new(Console.Error, path == HarInput.StandardInput ? "standard input" : Path.GetFileName(path));

    public void Report(HarReadProgress value)
    {
        if (value.BytesTotal is { } total ? total < Smallest : value.BytesRead < Smallest) return;
        var far = value.BytesTotal is { } whole
            ? string.Create(CultureInfo.InvariantCulture, $"{Math.Min(100, value.BytesRead * 100 / whole)} % of {whole / Megabyte} MB")
            : string.Create(CultureInfo.InvariantCulture, $"{value.BytesRead / Megabyte / 16 * 16} MB");
        lock (_gate)
        {
            if (!_isOver) Show($"{_name}: read {far}");
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _isOver = true;
            if (_shown.Length > 0) Show("");
        }
    }

    // Only what changed is worth a write: a reading reports hundreds of times a second.
    private void Show(string line)
    {
        if (line == _shown) return;
        terminal.Write(line.Length == 0 ? $"\r{new string(' ', _shown.Length)}\r" : $"\r{line.PadRight(_shown.Length)}");
        terminal.Flush();
        _shown = line;
    }
}

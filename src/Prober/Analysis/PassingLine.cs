namespace Prober.Analysis;

/// <summary>One line on a terminal that tells how far something is, and is gone when it is over. For several threads.</summary>
internal sealed class PassingLine(TextWriter terminal) : IDisposable
{
    private readonly Lock _gate = new();
    private string _shown = "";
    private bool _isOver;

    /// <summary>On standard error; null where nobody looks: not on a terminal, or asked to be quiet.</summary>
    public static PassingLine? Of(bool quiet) => quiet || Console.IsErrorRedirected ? null : new(Console.Error);

    /// <summary>Only what changed is worth a write: a reading reports hundreds of times a second.</summary>
    public void Show(string line)
    {
        lock (_gate)
        {
            if (!_isOver) Write(string.Concat(line.Select(letter => char.IsControl(letter) ? '?' : letter)));
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _isOver = true;
            if (_shown.Length > 0) Write("");
        }
    }

    private void Write(string line)
    {
        if (line == _shown) return;
        terminal.Write(line.Length == 0 ? $"\r{new string(' ', _shown.Length)}\r" : $"\r{line.PadRight(_shown.Length)}");
        terminal.Flush();
        _shown = line;
    }
}

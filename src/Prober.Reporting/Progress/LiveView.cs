using Prober.Reporting.Wording;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Prober.Reporting.Progress;

/// <summary>What the live display shows; touched by the drawing task only.</summary>
internal sealed class LiveView(bool unicode)
{
    private readonly List<IRenderable> _ended = [];
    private string? _running;
    private int _frame;

    public bool Unicode => unicode;

    public string? Step { get; set; }

    /// <summary>Time stamp of the running phase.</summary>
    public long StartedAt { get; private set; }

    public bool IsRunning => _running is not null;

    public void Start(string name, long at) => (_running, StartedAt, Step) = (Printable.Line(name, 100), at, null);

    public void End(string line, bool good)
    {
        _ended.Add(new Text(line, new Style(good ? Color.Green : Color.Red)));
        Clear();
    }

    public void Clear() => (_running, Step) = (null, null);

    public IRenderable Draw(TimeSpan elapsed)
    {
        var lines = new List<IRenderable>(_ended);
        if (_running is { } name)
        {
            lines.Add(new Text($"{Spinner()} {name} ({Moment.Duration(elapsed)})", new Style(decoration: Decoration.Bold)));
            if (Step is { } step)
                lines.Add(new Text("    " + step, new Style(Color.Grey)) { Overflow = Overflow.Ellipsis });
        }

        return new Rows(lines);
    }

    private string Spinner()
    {
        var frames = (unicode ? Spectre.Console.Spinner.Known.Dots : Spectre.Console.Spinner.Known.Line).Frames;
        return frames[_frame++ % frames.Count];
    }
}

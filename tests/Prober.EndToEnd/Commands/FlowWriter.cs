using System.Text;

namespace Prober.EndToEnd.Commands;

/// <summary>The console as one flow of calls sees it: what a command prints goes to whoever called it, though others print at the same time.</summary>
internal sealed class FlowWriter(TextWriter others) : TextWriter
{
    private readonly AsyncLocal<TextWriter?> _own = new();

    public override Encoding Encoding => others.Encoding;

    private TextWriter Target => _own.Value ?? others;

    /// <summary>From here on, what the calling flow and all that it starts prints.</summary>
    public StringWriter Capture()
    {
        var own = new StringWriter();
        _own.Value = Synchronized(own);
        return own;
    }

    public override void Write(char value) => Target.Write(value);

    public override void Write(string? value) => Target.Write(value);

    public override void Write(char[] buffer, int index, int count) => Target.Write(buffer, index, count);

    public override void Flush() => Target.Flush();
}

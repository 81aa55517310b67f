using System.Globalization;

namespace Prober.Lab.Applications;

/// <summary>An application's log: one line an event, <c>2026-01-31T12:00:00.000Z ERROR text</c>, flushed at once.</summary>
internal sealed class ApplicationLog : IDisposable
{
    private readonly StreamWriter writer;
    private readonly TimeProvider clock;
    private readonly Lock gate = new();
    private bool closed;

    public ApplicationLog(string path, TimeProvider clock)
    {
        this.clock = clock;
        Path = path;
        var stream = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
        writer = new StreamWriter(stream) { AutoFlush = true };
    }

    public string Path { get; }

    public void Write(string level, string message)
    {
        var time = clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        lock (gate)
        {
            if (!closed)
                writer.WriteLine($"{time} {level} {message.ReplaceLineEndings(" ")}");
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            closed = true;
            writer.Dispose();
        }
    }
}

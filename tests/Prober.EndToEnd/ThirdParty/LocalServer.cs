using System.Diagnostics;
using System.Text;

namespace Prober.EndToEnd.ThirdParty;

/// <summary>A server of somebody else's software, running; what it runs ends with its standard input, should this process die first.</summary>
internal sealed class LocalServer : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly Func<string, bool> _saysReady;
    private readonly StringBuilder _output = new();
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private LocalServer(ProcessStartInfo start, Func<string, bool> saysReady)
    {
        (start.RedirectStandardInput, start.RedirectStandardOutput, start.RedirectStandardError) = (true, true, true);
        (_process, _saysReady) = (new Process { StartInfo = start, EnableRaisingEvents = true }, saysReady);
        _process.OutputDataReceived += (_, line) => Read(line.Data);
        _process.ErrorDataReceived += (_, line) => Read(line.Data);
        _process.Exited += (_, _) => _ready.TrySetException(new InvalidOperationException($"{start.FileName} {string.Join(' ', start.ArgumentList)} ended before it listened.\n{Output}"));
    }

    /// <summary>Both output streams so far.</summary>
    public string Output
    {
        get
        {
            lock (_output) return _output.ToString();
        }
    }

    /// <summary>Starts it and waits for the line that says that it listens.</summary>
    public static async Task<LocalServer> StartAsync(ProcessStartInfo start, Func<string, bool> saysReady)
    {
        var server = new LocalServer(start, saysReady);
        try
        {
            server._process.Start();
            server._process.BeginOutputReadLine();
            server._process.BeginErrorReadLine();
            await server._ready.Task.WaitAsync(Patience);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>For a program that does not heed its standard input: it runs below a shell that does.</summary>
    public static ProcessStartInfo UntilClosed(string program, params string[] arguments) =>
        new("/bin/sh", [Path.Combine(NodeRuntime.Folder, "until-closed.sh"), program, .. arguments]);

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private void Read(string? line)
    {
        if (line is null) return;
        lock (_output) _output.AppendLine(line);
        if (_saysReady(line)) _ready.TrySetResult();
    }
}

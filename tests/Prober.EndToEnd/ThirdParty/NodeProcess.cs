using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;

namespace Prober.EndToEnd.ThirdParty;

/// <summary>One of the scripts of this folder, running; it ends with its standard input, should this process die first.</summary>
internal sealed class NodeProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private NodeProcess(string script, JsonObject settings)
    {
        Settings = settings.ToJsonString();
        _process = new Process
        {
            StartInfo = new ProcessStartInfo("node", [script])
            {
                WorkingDirectory = NodeRuntime.Folder,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                Environment = { ["THIRD_PARTY_SETTINGS"] = Settings },
            },
            EnableRaisingEvents = true,
        };
        _process.OutputDataReceived += (_, line) => Read(line.Data);
        _process.ErrorDataReceived += (_, line) => Read(line.Data);
        _process.Exited += (_, _) => _ready.TrySetException(new InvalidOperationException($"{script} ended before it listened.\n{Output}"));
    }

    /// <summary>What it was started with.</summary>
    public string Settings { get; }

    /// <summary>Both output streams so far.</summary>
    public string Output
    {
        get
        {
            lock (_output) return _output.ToString();
        }
    }

    /// <summary>Starts a script and waits until it says that it listens.</summary>
    public static async Task<NodeProcess> StartAsync(string script, JsonObject settings)
    {
        var process = new NodeProcess(script, settings);
        try
        {
            process._process.Start();
            process._process.BeginOutputReadLine();
            process._process.BeginErrorReadLine();
            await process._ready.Task.WaitAsync(Patience);
            return process;
        }
        catch
        {
            await process.DisposeAsync();
            throw;
        }
    }

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
        if (line.StartsWith("ready ", StringComparison.Ordinal)) _ready.TrySetResult();
    }
}

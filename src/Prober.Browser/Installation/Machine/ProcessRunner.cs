using System.ComponentModel;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Prober.Browser.Installation.Machine;

/// <summary>Runs one program with limits on its time and on its silence, and leaves nothing running.</summary>
internal sealed partial class ProcessRunner(ProcessRequest request, TimeProvider clock)
{
    private readonly List<string> _lines = [];

    public async Task<ProcessOutcome> RunAsync(CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(request.Limit, clock);
        using var silence = new CancellationTokenSource(request.Silence ?? Timeout.InfiniteTimeSpan, clock);
        using var all = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, silence.Token, cancellationToken);
        using var process = new Process { StartInfo = Describe() };
        process.OutputDataReceived += (_, line) => Hear(line.Data, silence);
        process.ErrorDataReceived += (_, line) => Hear(line.Data, silence);
        try
        {
            process.Start();
        }
        catch (Win32Exception error)
        {
            return new ProcessOutcome(ProcessEnding.NotStarted, -1, [error.Message]);
        }
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            await process.WaitForExitAsync(all.Token);
            return End(ProcessEnding.Exited, process.ExitCode);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            cancellationToken.ThrowIfCancellationRequested();
            return End(ProcessEnding.TimedOut, -1);
        }
    }

    private ProcessOutcome End(ProcessEnding ending, int exitCode)
    {
        lock (_lines) return new ProcessOutcome(ending, exitCode, [.. _lines]);
    }

    private void Hear(string? data, CancellationTokenSource silence)
    {
        if (string.IsNullOrWhiteSpace(data)) return;
        var line = Colour().Replace(data, "");
        lock (_lines) _lines.Add(line);
        if (request.Silence is { } longest) ExtendSilence(silence, longest);
        request.Progress?.Report(line);
    }

    // A last line may come when the run is over already.
    private static void ExtendSilence(CancellationTokenSource silence, TimeSpan longest)
    {
        try
        {
            silence.CancelAfter(longest);
        }
        catch (ObjectDisposedException)
        {
        }
    }

    private ProcessStartInfo Describe()
    {
        var start = new ProcessStartInfo(request.Program, request.Arguments)
        {
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in request.Environment) start.Environment[name] = value;
        return start;
    }

    [GeneratedRegex(@"\x1b\[[0-9;]*[A-Za-z]")]
    private static partial Regex Colour();
}

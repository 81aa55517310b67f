using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;

namespace Prober.Monitor.Alerts;

/// <summary>A program that gets the alert as JSON on its standard input. No shell reads its arguments, and it does not see the prober's own variables.</summary>
/// <param name="command">Program and arguments.</param>
/// <param name="time">Its clock.</param>
public sealed class CommandChannel(IReadOnlyList<string> command, TimeProvider time) : IAlertChannel
{
    /// <summary>After so long it is killed, and what it started with it.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    public string Name => "command";

    public async Task SendAsync(Alert alert, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(alert);
        using var process = Start();
        using var late = new CancellationTokenSource(Longest, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, late.Token);
        try
        {
            // What it prints is nobody's, but must not stop it.
            _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
            _ = process.StandardError.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
            await WriteAsync(process.StandardInput.BaseStream, alert, either.Token);
            await process.WaitForExitAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new AlertRefusedException($"the command did not end within {Longest.TotalSeconds:0} s");
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }

        if (process.ExitCode != 0) throw new AlertRefusedException($"the command ended with exit code {process.ExitCode}");
    }

    private Process Start()
    {
        var start = new ProcessStartInfo(command[0], command.Skip(1))
        {
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var own in start.Environment.Keys.Where(name => name.StartsWith("PROBER_", StringComparison.Ordinal)).ToList()) start.Environment.Remove(own);
        try
        {
            return Process.Start(start) ?? throw new AlertRefusedException("the command could not be started");
        }
        catch (Exception failure) when (failure is Win32Exception or InvalidOperationException)
        {
            throw new AlertRefusedException("the command could not be started", failure);
        }
    }

    private static async Task WriteAsync(Stream input, Alert alert, CancellationToken cancellationToken)
    {
        try
        {
            await using (input) await JsonSerializer.SerializeAsync(input, AlertDocument.Of(alert), cancellationToken: cancellationToken);
        }
        catch (IOException)
        {
            // It does not read its input: its exit code says whether it minds.
        }
    }
}

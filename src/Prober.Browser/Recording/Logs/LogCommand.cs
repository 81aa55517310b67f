using System.ComponentModel;
using System.Diagnostics;

namespace Prober.Browser.Recording.Logs;

/// <summary>What a program writes to standard output: <c>kubectl logs</c>, <c>journalctl</c>. It finds the window in its environment.</summary>
internal sealed class LogCommand(IReadOnlyList<string> command, string folder) : ILogReader
{
    public string Source => Path.GetFileName(command[0]);

    public async Task<string> ReadAsync(LogWindow window, CancellationToken cancellationToken)
    {
        using var process = new Process { StartInfo = Describe(window) };
        try
        {
            process.Start();
        }
        catch (Exception failure) when (failure is Win32Exception or InvalidOperationException)
        {
            throw new IOException("the command could not be started", failure);
        }

        try
        {
            process.StandardInput.Close();
            var ignored = process.StandardError.BaseStream.CopyToAsync(Stream.Null, cancellationToken);
            var text = await LastBytes.ReadAsync(process.StandardOutput.BaseStream, ILogReader.MaxBytes, cancellationToken);
            await Task.WhenAll(ignored, process.WaitForExitAsync(cancellationToken));
            return process.ExitCode == 0 ? text : throw new IOException($"the command ended with exit code {process.ExitCode}");
        }
        catch (OperationCanceledException)
        {
            throw new IOException("the command did not end in time");
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }

    private ProcessStartInfo Describe(LogWindow window)
    {
        var start = new ProcessStartInfo(command[0], command.Skip(1))
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PROBER_FROM"] = window.FromText;
        start.Environment["PROBER_TO"] = window.ToText;
        return start;
    }
}

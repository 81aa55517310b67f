using System.Diagnostics;

namespace Prober.EndToEnd.Monitor;

/// <summary><c>prober serve</c> as an operator starts it: a process of its own.</summary>
internal sealed class ServeProcess : ServedMonitor
{
    private readonly Process _process;
    private readonly Task<string> _error;

    private ServeProcess(Process process, int port) : base(port) => (_process, _error) = (process, process.StandardError.ReadToEndAsync());

    public static ServeProcess Start(string scenarios, string environmentFile, string data, string? database = null, IReadOnlyList<string>? more = null)
    {
        var port = LoopbackPorts.Free();
        return Start(new("dotnet", [Program, .. Command(scenarios, environmentFile, data, port, more ?? [])]), port, database);
    }

    /// <summary>The same, with its data on a disk of its own (<see cref="SmallDisk"/>).</summary>
    public static ServeProcess StartOnSmallDisk(string scenarios, string environmentFile, string data, int megabytes)
    {
        var port = LoopbackPorts.Free();
        return Start(SmallDisk.Call(data, megabytes, ["dotnet", Program, .. Command(scenarios, environmentFile, data, port, [])]), port, database: null);
    }

    private static string Program => Path.Combine(AppContext.BaseDirectory, "prober.dll");

    private static ServeProcess Start(ProcessStartInfo start, int port, string? database)
    {
        (start.RedirectStandardError, start.RedirectStandardOutput) = (true, true);
        if (database is not null) start.Environment["PROBER_DATABASE"] = database;
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        return new ServeProcess(process, port);
    }

    public int Id => _process.Id;

    protected override bool HasEnded => _process.HasExited;

    public void Kill() => _process.Kill();

    /// <summary>SIGTERM, as an init system sends it.</summary>
    public override async Task<(int ExitCode, string Error)> StopAsync()
    {
        ChildProcesses.End(_process.Id);
        await _process.WaitForExitAsync();
        return (_process.ExitCode, await _error);
    }

    protected override async Task EndAsync()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}

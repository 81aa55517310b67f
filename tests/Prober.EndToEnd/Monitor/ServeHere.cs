using Prober.EndToEnd.Commands;

namespace Prober.EndToEnd.Monitor;

/// <summary><c>prober serve</c> in this process, where nobody is to kill it, to fill its disk or to count what it started: a process costs eight seconds of processor time.</summary>
internal sealed class ServeHere : ServedMonitor
{
    private readonly CancellationTokenSource _interrupt = new();
    private readonly Task<CommandResult> _command;

    private ServeHere(string[] command, int port) : base(port) => _command = CommandLine.HereAsync(command, _interrupt.Token);

    public static ServeHere Start(string scenarios, string environmentFile, string data, IReadOnlyList<string>? more = null)
    {
        var port = LoopbackPorts.Free();
        return new(Command(scenarios, environmentFile, data, port, more ?? []), port);
    }

    protected override bool HasEnded => _command.IsCompleted;

    public override async Task<(int ExitCode, string Error)> StopAsync()
    {
        await _interrupt.CancelAsync();
        var ended = await _command;
        return (ended.ExitCode, ended.Error);
    }

    protected override async Task EndAsync()
    {
        await StopAsync();
        _interrupt.Dispose();
    }
}

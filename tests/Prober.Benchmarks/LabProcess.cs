using System.Diagnostics;

namespace Prober.Benchmarks;

/// <summary>The healthy lab in a process of its own, so that its CPU is nobody's overhead.</summary>
internal sealed class LabProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly string _variablesFile;

    private LabProcess(Process process, string variablesFile, IReadOnlyDictionary<string, string> variables) =>
        (_process, _variablesFile, Variables) = (process, variablesFile, variables);

    public int Id => _process.Id;

    public IReadOnlyDictionary<string, string> Variables { get; }

    public static async Task<LabProcess> StartAsync(CancellationToken cancellationToken)
    {
        var file = Path.GetTempFileName();
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "prober.dll"), "lab", "--write-env", file])
        {
            RedirectStandardOutput = true,
        };
        var process = Process.Start(start) ?? throw new InvalidOperationException("the lab's process did not start");
        while (await process.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
        {
            if (line.Contains("Ctrl-C", StringComparison.Ordinal))
            {
                break;
            }
        }

        var variables = (await File.ReadAllLinesAsync(file, cancellationToken))
            .Select(line => line.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]);
        return new LabProcess(process, file, variables);
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        File.Delete(_variablesFile);
    }
}

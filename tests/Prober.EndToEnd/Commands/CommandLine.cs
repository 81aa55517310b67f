using System.Diagnostics;
using Prober.Commands;

namespace Prober.EndToEnd.Commands;

/// <summary>The executable, started as a person starts it; or its commands without the process, where many are to be tried and starting each costs two seconds.</summary>
internal static class CommandLine
{
    private static readonly FlowWriter Output = new(Console.Out);
    private static readonly FlowWriter Error = new(Console.Error);

    public static async Task<CommandResult> ProberAsync(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "prober.dll"), .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new CommandResult(process.ExitCode, await output, await error);
    }

    /// <summary>The same in this process. There is one working folder to a process: files are named in full.</summary>
    public static Task<CommandResult> HereAsync(params string[] arguments) => HereAsync(arguments, CancellationToken.None);

    /// <summary>Until it ends, or the token interrupts it as Ctrl-C would.</summary>
    public static Task<CommandResult> HereAsync(string[] arguments, CancellationToken interrupt) => Task.Run(async () =>
    {
        Console.SetOut(Output);
        Console.SetError(Error);
        var (output, error) = (Output.Capture(), Error.Capture());
        var exitCode = await ProberCommandLine.RunAsync(arguments, interrupt);
        return new CommandResult(exitCode, output.ToString(), error.ToString());
    }, CancellationToken.None);
}

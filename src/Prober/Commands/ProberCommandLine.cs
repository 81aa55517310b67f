using System.CommandLine;
using Prober.Browser;
using Prober.Evidence.Bundles;
using Prober.Evidence.Har;
using Prober.Evidence.Redaction;
using Prober.Providers;
using Prober.Scenarios.Reading;

namespace Prober.Commands;

/// <summary>The command line: all commands in the order of the help, and what an error means for the exit code.</summary>
internal static class ProberCommandLine
{
    /// <summary>Long enough to close the browser in order and write the evidence after Ctrl-C.</summary>
    private static readonly TimeSpan GraceAfterInterrupt = TimeSpan.FromSeconds(30);

    public static async Task<int> RunAsync(string[] args, CancellationToken cancellationToken)
    {
        var root = Build();
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                await Console.Error.WriteLineAsync($"prober: {error.Message}");
            }

            await Console.Error.WriteLineAsync("prober: see 'prober --help'");
            return ExitCode.Usage;
        }

        var configuration = new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = GraceAfterInterrupt };
        return await GuardAsync(() => parsed.InvokeAsync(configuration, cancellationToken));
    }

    private static RootCommand Build() =>
        new("Logs in like a person, in a real browser, and says in one sentence what broke, where, and how to mend it.")
        {
            DemoCommand.Create(),
            RunCommand.Create(),
            ServeCommand.Create(),
            AlertsCommand.Create(),
            AnalyzeCommand.Create(),
            SanitizeCommand.Create(),
            FromHarCommand.Create(),
            DiffCommand.Create(),
            DecodeCommand.Create(),
            ChecksCommand.Create(),
            ValidateCommand.Create(),
            InitCommand.Create(),
            LabCommand.Create(),
            InstallCommand.Create(),
            DoctorCommand.Create(),
        };

    /// <summary>The top level: here, and only here, an exception becomes an exit code.</summary>
    private static async Task<int> GuardAsync(Func<Task<int>> invoke)
    {
        try
        {
            return await invoke();
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("prober: interrupted");
            return ExitCode.Interrupted;
        }
        catch (Exception wrong) when (wrong is InputFileException or BundleFormatException or HarFormatException or ExportFormatException or UsageException)
        {
            await Console.Error.WriteLineAsync($"prober: {wrong.Message}");
            return ExitCode.Usage;
        }
        catch (ProberFaultException fault)
        {
            await Console.Error.WriteLineAsync($"prober: {fault.Message}");
            return ExitCode.ProberFault;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"prober: cannot read or write a file: {fault.Message}");
            return ExitCode.ProberFault;
        }
#pragma warning disable CA1031 // Top level: whatever else escapes is a defect of ours and must not read as a verdict on the target.
        catch (Exception defect)
#pragma warning restore CA1031
        {
            await Console.Error.WriteLineAsync($"prober: internal error: {new Redactor().Redact(defect.ToString(), new KnownSecrets())}");
            return ExitCode.ProberFault;
        }
    }
}

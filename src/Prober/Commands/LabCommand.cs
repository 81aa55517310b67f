using System.CommandLine;
using Prober.Lab;
using Prober.Runs;
using Spectre.Console;

namespace Prober.Commands;

/// <summary><c>prober lab [--fault F06]</c>: starts the embedded lab for a person to look at, until Ctrl-C.</summary>
internal static class LabCommand
{
    public static Option<string?> Fault { get; } = new("--fault")
    {
        Description = "What is broken, by number or name (F06, redirect-uri-scheme); 'prober lab --faults' lists them.",
    };

    private static readonly Option<bool> ListFaults = new("--faults") { Description = "List the faults and exit." };

    private static readonly Option<bool> Https = new("--https") { Description = "Speak https with a self-signed certificate." };

    private static readonly Option<FileInfo?> WriteEnv = new("--write-env")
    {
        Description = "Write the lab's addresses and account to this file, for 'prober run … --env-file'.",
    };

    private static readonly Option<LoginPage> Page = new("--login-page")
    {
        Description = "How the provider asks for credentials.",
        DefaultValueFactory = _ => LoginPage.IdentifierFirst,
    };

    public static Command Create()
    {
        var command = new Command("lab", "Start the embedded lab: an identity provider, four applications, and named faults.");
        CommonOptions.AddTo(command, Fault, ListFaults, Page, Https, WriteEnv);
        command.SetAction((parsed, cancellationToken) =>
        {
            if (parsed.GetValue(ListFaults))
            {
                AnsiConsole.Write(FaultTable());
                return Task.FromResult(ExitCode.Success);
            }

            var fault = LabFaults.Find(parsed.GetValue(Fault));
            var options = new LabOptions { Fault = fault?.Fault, Scenario = fault?.Scenario ?? default, LoginPage = parsed.GetValue(Page), Https = parsed.GetValue(Https) };
            return ServeAsync(options, fault, parsed.GetValue(WriteEnv), cancellationToken);
        });
        return command;
    }

    private static async Task<int> ServeAsync(LabOptions options, FaultInfo? fault, FileInfo? envFile, CancellationToken cancellationToken)
    {
        await using var lab = await LabHost.StartAsync(options, cancellationToken);
        if (envFile is not null)
        {
            await File.WriteAllLinesAsync(envFile.FullName, lab.Variables.Select(pair => $"{pair.Key}={pair.Value}"), cancellationToken);
        }

        var output = Console.Out;
        await output.WriteLineAsync(fault is null ? "The lab is up, in good order." : $"The lab is up with fault {fault.Number}: {fault.Summary}");
        await output.WriteLineAsync();
        foreach (var (name, address) in new[]
        {
            ("Identity provider", lab.IdentityProvider), ("Upstream provider", lab.Upstream), ("Portal", lab.Portal), ("Billing", lab.Billing), ("Notes (browser application)", lab.Notes),
            ("Ledger (SAML application)", lab.Ledger), ("Archive (WS-Federation application)", lab.Archive), ("A page with links to all", lab.Neutral),
        })
        {
            await output.WriteLineAsync($"  {name,-28} {address}");
        }

        await output.WriteLineAsync();
        await output.WriteLineAsync("Accounts of this lab (made up, valid nowhere else):");
        foreach (var user in lab.Users)
        {
            await output.WriteLineAsync($"  {user.Username,-28} {user.Password}");
        }

        await output.WriteLineAsync();
        await output.WriteLineAsync(options.TestNames
            ? $"Start the browser with {string.Join(' ', lab.BrowserArguments)}. Ctrl-C stops the lab."
            : "Ctrl-C stops it.");
        await WaitForInterruptAsync(cancellationToken);
        return ExitCode.Success;
    }

    private static async Task WaitForInterruptAsync(CancellationToken cancellationToken)
    {
        var interrupted = new TaskCompletionSource();
        await using var registration = cancellationToken.Register(() => interrupted.TrySetResult());
        await interrupted.Task;
    }

    private static Table FaultTable()
    {
        var table = new Table().Border(TableBorder.None).AddColumns("Number", "Name", "What is broken");
        foreach (var fault in Lab.Faults.All)
        {
            table.AddRow(new Text(fault.Number), new Text(fault.Name), new Text(fault.Summary));
        }

        return table;
    }
}

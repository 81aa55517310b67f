using System.CommandLine;
using Prober.Browser.Configuration;
using Prober.Browser.Installation.Diagnosis;
using Prober.Browser.Installation.Machine;
using Prober.Scenarios;
using Spectre.Console;

namespace Prober.Commands;

/// <summary><c>prober doctor</c>: what was found on this computer and what would fail.</summary>
internal static class DoctorCommand
{
    public static Command Create()
    {
        var issuer = new Option<Uri?>("--issuer") { Description = "Compare this computer's clock with the issuer's." };
        var command = new Command("doctor", "Look whether this computer can probe: browser, sandbox, memory, clock, disk.") { issuer };
        CommonOptions.AddTo(command, CommonOptions.Config, CommonOptions.Output);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var settings = BrowserSettingsLoader.Load(parsed.GetValue(CommonOptions.Config)?.FullName, ScenarioVariables.FromEnvironment());
            using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(10) };
            var options = new DoctorOptions
            {
                Settings = parsed.GetValue(CommonOptions.Output) is { } output ? settings with { OutputDirectory = output.FullName } : settings,
                Issuer = parsed.GetValue(issuer),
            };
            var doctor = new Doctor(new LocalMachine(TimeProvider.System), options, http, TimeProvider.System);
            return Tell(await doctor.ExamineAsync(cancellationToken));
        });
        return command;
    }

    private static int Tell(IReadOnlyList<DoctorFinding> findings)
    {
        var table = new Table().Border(TableBorder.None).HideHeaders().AddColumns("Status", "Name", "Detail");
        foreach (var finding in findings)
        {
            table.AddRow(new Text(Word(finding.Status), Look(finding.Status)), new Text(finding.Name), new Text(finding.Detail));
            if (finding.Remedy is not null)
            {
                table.AddRow(new Text(""), new Text(""), new Text($"→ {finding.Remedy}"));
            }
        }

        AnsiConsole.Write(table);
        return findings.Any(finding => finding.Status == DoctorStatus.Fail) ? ExitCode.ProberFault : ExitCode.Success;
    }

    private static string Word(DoctorStatus status) => status switch
    {
        DoctorStatus.Ok => "ok",
        DoctorStatus.Warn => "warn",
        DoctorStatus.Fail => "FAIL",
        _ => "unknown",
    };

    private static Style Look(DoctorStatus status) => status switch
    {
        DoctorStatus.Ok => new Style(Color.Green),
        DoctorStatus.Warn => new Style(Color.Yellow),
        DoctorStatus.Fail => new Style(Color.Red, decoration: Decoration.Bold),
        _ => Style.Plain,
    };
}

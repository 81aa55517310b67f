using System.CommandLine;
using System.Text;
using Prober.Analysis;
using Prober.Browser;
using Prober.Evidence.Har;
using Prober.Evidence.Har.Inputs;
using Prober.Evidence.Redaction;
using Prober.Reproducing;
using Prober.Scenarios;

namespace Prober.Commands;

/// <summary><c>prober from-har HAR -o scenario.yaml</c>: a scenario that does again what somebody did in a recording.</summary>
internal static class FromHarCommand
{
    public static Command Create()
    {
        var input = new Argument<string>("har") { Description = "The recording (.har, .har.gz, .zhar, .zip; - for standard input)." };
        var output = new Option<FileInfo>("--output", "-o") { Description = "The scenario file to write.", Required = true };
        var login = new Option<int?>("--login") { Description = "Which login of a file that holds several, from 1; the last unless told otherwise." };
        var force = new Option<bool>("--force") { Description = "Write over a file that is there." };
        var command = new Command("from-har", "Make a scenario out of a recording, to repeat what somebody did.") { input, output, login, force };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var (file, har) = (parsed.GetRequiredValue(output), parsed.GetRequiredValue(input));
            OutputFile.Check(file, har);
            if (file.Exists && !parsed.GetValue(force)) throw new UsageException($"{file.FullName} is already there; --force writes over it");
            var text = Draft(Name(har), await LoginAsync(har, parsed.GetValue(login), cancellationToken), file);
            await OutputFile.WriteAsync(file, stream => stream.WriteAsync(Encoding.UTF8.GetBytes(text), cancellationToken).AsTask());
            await Console.Out.WriteLineAsync($"wrote {file}");
            await Console.Out.WriteLineAsync("Next: read it, put PROBER_USER and PROBER_PASSWORD of a probe account into prober.env, then");
            await Console.Out.WriteLineAsync($"  prober run {file} --env-file prober.env");
            return ExitCode.Success;
        });
        return command;
    }

    /// <summary>The scenario's text, before anything is written: it loads, and nothing of the recording's secrets is in it.</summary>
    private static string Draft(string name, AnalyzedLogin login, FileInfo file)
    {
        var text = ScenarioDraft.Of(name, login.Evidence.Traffic.Value ?? new HarLog { Creator = "", Entries = [] });
        // What cannot be loaded would be no scenario: a defect of ours, not of the recording.
        ScenarioLoader.Parse(text, file.FullName, ScenarioVariables.Of(new Dictionary<string, string> { ["PROBER_USER"] = "probe@example.com", ["PROBER_PASSWORD"] = "not-the-password" }));
        var leaks = new RedactionAudit(login.Secrets).Stream(file.Name, new MemoryStream(Encoding.UTF8.GetBytes(text)));
        return leaks.Count == 0 ? text : throw new ProberFaultException($"nothing was written: {string.Join("; ", leaks)}");
    }

    private static string Name(string path) => path == HarInput.StandardInput ? "recording" : Path.GetFileName(path);

    private static async Task<AnalyzedLogin> LoginAsync(string path, int? number, CancellationToken cancellationToken)
    {
        await using var standardInput = Console.OpenStandardInput();
        var documents = await HarInput.ReadAsync(path, standardInput, HarReadOptions.LoginByLogin, progress: null, cancellationToken);
        if (documents.Count != 1) throw new UsageException($"{path}: expected one recording, and there are {documents.Count}; unpack the one to repeat");
        var (found, count) = ((AnalyzedLogin?)null, 0);
        await foreach (var login in new HarAnalysis(WitnessFiles.None, expected: null).EachAsync(documents[0].Name, documents[0].Log, cancellationToken))
        {
            count++;
            if (number is null || number == count) found = login;
        }

        return found ?? throw new UsageException($"--login {number}: expected 1 to {count}, the logins in {path}");
    }
}

using System.CommandLine;
using Prober.Evidence.Redaction.Sanitizing;
using Prober.Sanitizing;

namespace Prober.Commands;

/// <summary><c>prober sanitize HAR… -o FILE</c>: copies of recordings that are safe to send and give the same answer.</summary>
internal static class SanitizeCommand
{
    private static readonly Argument<string[]> Inputs = new("har")
    {
        Description = "Recordings (.har, .har.gz, .zhar, .zip, SAML-tracer); - for standard input.",
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<string> Output = new("--output", "-o")
    {
        Description = "Where the sanitized copy goes (.gz, .zip: packed); a folder for several, or with / at its end; - for standard output.",
        Required = true,
    };

    private static readonly Option<bool> KeepPersonal = new("--keep-personal") { Description = "Leave e-mail addresses, user names and names in; secrets go all the same." };

    private static readonly Option<bool> KeepSecrets = new("--keep-secrets") { Description = "Leave everything in, live sessions and tokens included. The copy is NOT safe to send." };

    private static readonly Option<string[]> Mask = new("--mask") { Description = "A text to mask wherever it stands; repeatable." };

    private static readonly Option<string[]> Keep = new("--keep") { Description = "A claim or attribute value that may stay, such as the name of a group; repeatable." };

    private static readonly Option<string> Format = MakeFormat();

    public static Command Create()
    {
        var command = new Command("sanitize", "Make a HAR safe to send: secrets become fingerprints, the answers stay the same.") { Inputs, Output, KeepPersonal, KeepSecrets, Mask, Keep, Format };
        CommonOptions.AddTo(command, CommonOptions.NoColor, CommonOptions.Quiet);
        command.SetAction(SanitizeAsync);
        return command;
    }

    private static async Task<int> SanitizeAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var options = new SanitizeOptions { KeepPersonal = parsed.GetValue(KeepPersonal), KeepSecrets = parsed.GetValue(KeepSecrets), AlsoMask = parsed.GetValue(Mask) ?? [], Keep = parsed.GetValue(Keep) ?? [] };
        var (inputs, to, isJson) = (parsed.GetRequiredValue(Inputs), parsed.GetRequiredValue(Output), parsed.GetValue(Format) == "json");
        if (isJson && to == SanitizeOutput.StandardOutput) throw new UsageException("standard output holds the copy; name a file for it to have the summary as JSON");
        var output = SanitizeOutput.Of(to, inputs);
        if (options.KeepSecrets) await Console.Error.WriteLineAsync("prober: WARNING: --keep-secrets: the copy holds passwords, sessions and tokens that work. Do not send it to anybody.");
        var sanitizing = new FileSanitizing(options);
        var copies = new List<SanitizedCopy>();
        foreach (var from in inputs)
        {
            using var input = await SanitizeInput.OpenAsync(from, cancellationToken);
            var made = await sanitizing.SanitizeAsync(input, output.PathOf(from), cancellationToken);
            copies.AddRange(made);
            foreach (var copy in made) SanitizeSummary.Tell(copy, options.KeepSecrets, isJson || parsed.GetValue(CommonOptions.Quiet), parsed.GetValue(CommonOptions.NoColor));
        }

        if (isJson) Console.Out.WriteLine(SanitizeSummaryJson.Of(copies, options.KeepSecrets));
        return copies.TrueForAll(copy => copy.IsWritten) ? ExitCode.Success : ExitCode.RedactionAudit;
    }

    private static Option<string> MakeFormat()
    {
        var option = new Option<string>("--format", "-f") { Description = "console or json: the summary of what was replaced, for people on standard error, for programs on standard output.", DefaultValueFactory = _ => "console" };
        option.AcceptOnlyFromAmong("console", "json");
        return option;
    }
}

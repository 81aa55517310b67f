using System.CommandLine;
using System.IO.Compression;
using Prober.Evidence.Redaction.Sanitizing;
using Prober.Sanitizing;

namespace Prober.Commands;

/// <summary><c>prober sanitize HAR -o FILE</c>: a copy of a HAR that is safe to send and gives the same answer.</summary>
internal static class SanitizeCommand
{
    public static Command Create()
    {
        var input = new Argument<string>("har") { Description = "The HAR (.har, .har.gz, .zhar, or a .zip that holds one); - for standard input." };
        var output = new Option<string>("--output", "-o") { Description = "Where the sanitized copy goes (.gz: compressed); - for standard output.", Required = true };
        var keepPersonal = new Option<bool>("--keep-personal") { Description = "Leave e-mail addresses, user names and names in; secrets go all the same." };
        var keepSecrets = new Option<bool>("--keep-secrets") { Description = "Leave everything in, live sessions and tokens included. The copy is NOT safe to send." };
        var mask = new Option<string[]>("--mask") { Description = "A text to mask wherever it stands; repeatable." };
        var keep = new Option<string[]>("--keep") { Description = "A claim or attribute value that may stay, such as the name of a group; repeatable." };
        var command = new Command("sanitize", "Make a HAR safe to send: secrets become fingerprints, the answers stay the same.") { input, output, keepPersonal, keepSecrets, mask, keep };
        CommonOptions.AddTo(command, CommonOptions.NoColor, CommonOptions.Quiet);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var options = new SanitizeOptions { KeepPersonal = parsed.GetValue(keepPersonal), KeepSecrets = parsed.GetValue(keepSecrets), AlsoMask = parsed.GetValue(mask) ?? [], Keep = parsed.GetValue(keep) ?? [] };
            var (from, to) = (parsed.GetRequiredValue(input), parsed.GetRequiredValue(output));
            if (to != "-" && from != "-" && Path.GetFullPath(from) == Path.GetFullPath(to)) throw new UsageException("the output would overwrite the input; name another file");
            if (options.KeepSecrets) await Console.Error.WriteLineAsync("prober: WARNING: --keep-secrets: the copy holds passwords, sessions and tokens that work. Do not send it to anybody.");
            var result = await SanitizeAsync(from, to, options, cancellationToken);
            return await SanitizeSummary.TellAsync(result, to, options.KeepSecrets, parsed.GetValue(CommonOptions.Quiet), parsed.GetValue(CommonOptions.NoColor));
        });
        return command;
    }

    /// <summary>The copy comes to its place only after the audit found nothing in it.</summary>
    private static async Task<SanitizeResult> SanitizeAsync(string from, string to, SanitizeOptions options, CancellationToken cancellationToken)
    {
        var folder = to == "-" ? Path.GetTempPath() : Path.GetDirectoryName(Path.GetFullPath(to))!;
        if (!Directory.Exists(folder)) throw new UsageException($"{to}: there is no folder {folder}");
        var draft = Path.Combine(folder, $".prober-{Guid.NewGuid():N}.tmp");
        await using var input = await SanitizeInput.OfAsync(from, cancellationToken);
        try
        {
            SanitizeResult result;
            await using (var file = PrivateFile.Create(draft)) result = new HarSanitizer(options).Sanitize(input.Open, file, cancellationToken);
            if (result.Leaks.Count == 0) await PublishAsync(draft, to, cancellationToken);
            return result;
        }
        finally
        {
            File.Delete(draft);
        }
    }

    private static async Task PublishAsync(string draft, string to, CancellationToken cancellationToken)
    {
        if (to != "-" && !to.EndsWith(".gz", StringComparison.OrdinalIgnoreCase))
        {
            File.Move(draft, to, overwrite: true);
            return;
        }

        await using var source = File.OpenRead(draft);
        await using var target = to == "-" ? Console.OpenStandardOutput() : new GZipStream(File.Create(to), CompressionLevel.Optimal);
        await source.CopyToAsync(target, cancellationToken);
    }
}

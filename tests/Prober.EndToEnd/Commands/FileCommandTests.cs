using System.IO.Compression;
using System.Text;
using NUnit.Framework;
using Prober.EndToEnd.Files;
using Prober.Evidence.Har;
using Prober.Lab;

namespace Prober.EndToEnd.Commands;

/// <summary>
/// The commands that a support engineer puts to a customer's file: what they answer, how they end, and that no secret of the file is in anything that they leave. <c>@</c> stands for
/// the folder that the files are in.
/// </summary>
[Parallelizable(ParallelScope.Self)]
public sealed class FileCommandTests
{
    private DirectoryInfo _folder = null!;
    private Dictionary<string, string> _secrets = null!;
    private string _password = null!;

    [OneTimeSetUp]
    public async Task RecordAsync()
    {
        var recording = await LabRecording.OfAsync(LabScenario.ServerSide);
        _folder = Directory.CreateTempSubdirectory("prober-e2e-");
        _secrets = SecretSearch.SecretsOf(recording.Raw);
        _password = _secrets.First(secret => secret.Key.StartsWith("password", StringComparison.Ordinal)).Value;
        using var har = new MemoryStream();
        HarWriter.Write(recording.Raw.Traffic.Value!, har);
        await File.WriteAllBytesAsync(At("customer.har"), har.ToArray());
        await File.WriteAllTextAsync(At("canary.har"), CanaryFile.Of(har.ToArray(), _password));
    }

    [OneTimeTearDown]
    public void Clear() => _folder.Delete(recursive: true);

    [Test]
    public async Task One_file_for_a_ticket_holds_all_of_it_and_is_judged_again()
    {
        var packed = await CommandLine.ProberAsync(_folder.FullName, "analyze", "customer.har", "--bundle", "ticket.zip");
        Assert.That(packed.ExitCode, Is.EqualTo(ExitCode.Success), packed.All);
        Assert.That(packed.All, Does.Not.Contain("Report:").And.Contain(At("ticket.zip")), "the folder it was made in is gone");
        using (var zip = ZipFile.OpenRead(At("ticket.zip")))
        {
            Assert.That(zip.Entries.Select(entry => entry.FullName.Split('/')[^1]), Is.SupersetOf(new[] { "README.txt", "manifest.json", "traffic.har", "tokens.json", "observations.json", "report.html", "report.json" }));
            using var readme = new StreamReader(zip.GetEntry("README.txt")!.Open());
            Assert.That(await readme.ReadToEndAsync(), Does.Contain("customer.har, ").And.Contain(": pass").And.Not.Contain("scenario.yaml").And.Contain($"prober {typeof(ExitCode).Assembly.GetName().Version!.ToString(3)}"));
        }

        await ProberAsync("analyze", "@ticket.zip", "-o", "@again");
        await ProberAsync("analyze", "@customer.har", "-o", "@first");
        Assert.That(Verdicts("again"), Is.EqualTo(Verdicts("first")).And.Not.Empty);
        Assert.That((await ProberAsync("diff", "@ticket.zip", "@customer.har")).ExitCode, Is.EqualTo(ExitCode.Success));
    }

    [Test]
    public async Task No_secret_of_the_file_is_in_anything_that_a_command_leaves()
    {
        string[][] commands =
        [
            ["analyze", "@canary.har", "--verbose", "--bundle", "@out/ticket.zip"],
            ["analyze", "@canary.har", "-o", "@out/analyzed", "--format", "console", "--format", "json", "--format", "html", "--format", "junit", "--format", "markdown"],
            ["sanitize", "@canary.har", "-o", "@out/sanitized.har"],
            ["from-har", "@canary.har", "-o", "@out/scenario.yaml"],
            ["diff", "@customer.har", "@canary.har", "-f", "html", "-o", "@out/diff.html"],
            ["diff", "customer.har", "canary.har", "-f", "json"],
            ["diff", "customer.har", "canary.har", "-f", "markdown"],
            ["diff", "@customer.har", "@canary.har", "--no-color"],
        ];
        Directory.CreateDirectory(At("out"));
        var artefacts = new Dictionary<string, byte[]>();
        foreach (var command in commands)
        {
            // What goes past the console, to standard output itself, is seen from outside alone.
            var result = command[1][0] == '@' ? await ProberAsync(command) : await CommandLine.ProberAsync(_folder.FullName, command);
            Assert.That(result.ExitCode, Is.AnyOf(ExitCode.Success, ExitCode.CheckFailed), $"{string.Join(' ', command)}\n{result.All}");
            artefacts[$"printed by {string.Join(' ', command)}"] = Encoding.UTF8.GetBytes(result.All);
        }

        var strewn = new Dictionary<string, byte[]> { ["canary.har"] = await File.ReadAllBytesAsync(At("canary.har")) };
        Assert.That(SecretSearch.Leaks(strewn, new Dictionary<string, string> { ["password"] = _password }).Count(), Is.GreaterThan(8), "the search sees what was strewn in");
        await ZipFile.ExtractToDirectoryAsync(At("out/ticket.zip"), At("out/ticket"));
        foreach (var file in Directory.EnumerateFiles(At("out"), "*", SearchOption.AllDirectories)) artefacts[Path.GetRelativePath(_folder.FullName, file)] = await File.ReadAllBytesAsync(file);
        Assert.That(artefacts, Has.Count.GreaterThan(25));
        _secrets["password"] = _password;
        Assert.That(SecretSearch.Leaks(artefacts, _secrets), Is.Empty);
    }

    [Test]
    public async Task Runs_that_are_the_same_end_with_0_and_runs_that_differ_with_1()
    {
        Assert.That((await ProberAsync("diff", "@customer.har", "@customer.har")).ExitCode, Is.EqualTo(ExitCode.Success));
        await File.WriteAllTextAsync(At("worse.har"), (await File.ReadAllTextAsync(At("customer.har"))).Replace("\"code_challenge_method\"", "\"code_challenge_way\"", StringComparison.Ordinal).Replace("code_challenge_method=S256", "code_challenge_way=S256", StringComparison.Ordinal));
        var differs = await ProberAsync("diff", "@customer.har", "@worse.har", "--no-color");
        Assert.That(differs.ExitCode, Is.EqualTo(ExitCode.CheckFailed), differs.All);
        Assert.That(differs.Output, Does.Contain("code_challenge_method"));
        Assert.That((await ProberAsync("diff", "@customer.har", "@worse.har", "--exit-zero")).ExitCode, Is.EqualTo(ExitCode.Success));
    }

    [TestCase("analyze @customer.har --bundle @customer.har", "prober: @customer.har: the output would overwrite the input; name another file")]
    [TestCase("analyze @customer.har --bundle @nowhere/t.zip", "prober: @nowhere/t.zip: there is no folder ")]
    [TestCase("diff @customer.har @absent.har", "prober: absent.har: cannot be read (there is no such file)")]
    [TestCase("diff @customer.har @customer.har -o @customer.har", "prober: @customer.har: the output would overwrite the input; name another file")]
    [TestCase("from-har @customer.har -o @customer.har", "prober: @customer.har: the output would overwrite the input; name another file")]
    [TestCase("from-har @customer.har -o @kept.yaml --login 9", "prober: --login 9: expected 1 to 1, the logins in @customer.har")]
    [TestCase("from-har @kept.yaml -o @new.yaml", "prober: kept.yaml: ")]
    public async Task Misuse_is_told_and_ends_with_2(string command, string message)
    {
        await File.WriteAllTextAsync(At("kept.yaml"), "name: kept");
        if (command.Contains("--login", StringComparison.Ordinal)) command += " --force";
        var result = await ProberAsync(command.Split(' '));
        Assert.That(result.Error, Does.StartWith(InFull(message)));
        Assert.That((result.ExitCode, result.Output), Is.EqualTo((ExitCode.Usage, "")), result.All);
        Assert.That(await File.ReadAllTextAsync(At("kept.yaml")), Is.EqualTo("name: kept"), "nothing is written");
        Assert.That(File.Exists(At("new.yaml")), Is.False);
    }

    private string At(string name) => Path.Combine(_folder.FullName, name);

    private string InFull(string text) => text.Replace("@", _folder.FullName + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private Task<CommandResult> ProberAsync(params string[] arguments) => CommandLine.HereAsync([.. arguments.Select(InFull)]);

    private IEnumerable<string> Verdicts(string output)
    {
        var report = File.ReadAllText(Directory.EnumerateFiles(At(output), "report.json", SearchOption.AllDirectories).Single());
        return System.Text.Json.Nodes.JsonNode.Parse(report)!["checks"]!.AsArray().Select(check => $"{check!["id"]}: {check["verdict"]}");
    }
}

using System.Text.Json.Nodes;
using NUnit.Framework;

namespace Prober.EndToEnd.Commands;

/// <summary>The executable as a newcomer starts it.</summary>
public sealed class DemoCommandTests
{
    [Test]
    public async Task Prints_the_checklist_and_the_path_of_a_report()
    {
        var (exitCode, output, error) = await ProberAsync("demo", "--no-color");
        Assert.Multiple(() =>
        {
            Assert.That(exitCode, Is.EqualTo(ExitCode.Success), output + error);
            Assert.That(output, Does.Contain("Is the user prompted for login credentials?"));
            Assert.That(output, Does.Match("Report: +.*report.html"));
            Assert.That(output + error, Does.Not.Contain("correct-horse-battery"));
        });
    }

    [Test]
    public async Task Json_on_standard_output_is_json_alone_and_the_exit_code_tells_of_the_fault()
    {
        var (exitCode, output, error) = await ProberAsync("demo", "--fault", "F06", "--format", "json");
        Assert.That(exitCode, Is.EqualTo(ExitCode.CheckFailed), output + error);
        Assert.That((string?)JsonNode.Parse(output)!["headline"]!["check"], Is.EqualTo("login-prompt-request-valid"));
    }

    private static async Task<CommandResult> ProberAsync(params string[] arguments)
    {
        var folder = Directory.CreateTempSubdirectory("prober-e2e-");
        try
        {
            return await CommandLine.ProberAsync(folder.FullName, arguments);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}

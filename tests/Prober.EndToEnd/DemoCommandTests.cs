using System.Diagnostics;
using System.Text.Json.Nodes;
using NUnit.Framework;

namespace Prober.EndToEnd;

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

    private static async Task<(int ExitCode, string Output, string Error)> ProberAsync(params string[] arguments)
    {
        var folder = Directory.CreateTempSubdirectory("prober-e2e-");
        try
        {
            var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "prober.dll"), .. arguments, "--output", folder.FullName])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            using var process = Process.Start(start)!;
            var output = process.StandardOutput.ReadToEndAsync();
            var error = process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync();
            return (process.ExitCode, await output, await error);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}

using NUnit.Framework;
using Prober.Checklist.Reports;
using Prober.Reporting.Terminal;
using Prober.Tests.Reporting.Samples;
using Spectre.Console.Testing;

namespace Prober.Tests.Reporting.Terminal;

public sealed class ConsoleRendererTests
{
    [TestCaseSource(nameof(Samples))]
    public void Draws_the_sample_in_80_columns(string name, Report report) => Golden.Verify($"Reporting/{name}.txt", Draw(report, verbose: false));

    [Test]
    public void Tells_every_check_when_verbose() =>
        Golden.Verify("Reporting/refused-verbose.txt", Draw(SampleReports.RedirectUriRefused(), verbose: true));

    [TestCaseSource(nameof(Samples))]
    public void Never_writes_past_the_edge(string name, Report report) =>
        Assert.That(Draw(report, verbose: true).Split('\n').Max(line => line.Length), Is.LessThanOrEqualTo(80), name);

    [Test]
    public void Ends_with_what_broke_and_how_to_mend_it()
    {
        var panel = Draw(SampleReports.RedirectUriRefused(), verbose: false).Split('\n').SkipWhile(line => !line.Contains("Broken", StringComparison.Ordinal));
        var last = string.Join(' ', string.Concat(panel).Split(['┃', ' '], StringSplitOptions.RemoveEmptyEntries));

        Assert.That(last, Does.Contain("is not registered").And.Contain("How to mend").And.Contain("HAR entry 2").And.Contain("application."));
    }

    [Test]
    public void Writes_ascii_where_the_terminal_knows_no_more()
    {
        var text = Draw(SampleReports.Healthy(), verbose: true, unicode: false);

        Assert.That(text.Where(c => c > '~'), Is.Empty);
        Assert.That(text, Does.Contain("+ pass").And.Contain("! warn"));
    }

    [Test]
    public void Lets_no_control_sequence_of_the_target_reach_the_terminal()
    {
        var text = Draw(HostileReport.Make(), verbose: true);

        Assert.That(text.Where(c => (char.IsControl(c) && c != '\n') || c == '\u202E'), Is.Empty);
        Assert.That(text.Split('\n').Max(line => line.Length), Is.LessThanOrEqualTo(80));
    }

    private static IEnumerable<TestCaseData> Samples() => SampleReports.All().Select(sample => new TestCaseData(sample.Name, sample.Report).SetArgDisplayNames(sample.Name));

    private static string Draw(Report report, bool verbose, bool unicode = true)
    {
        using var console = new TestConsole();
        console.Profile.Width = 80;
        console.Profile.Capabilities.Unicode = unicode;
        new ConsoleRenderer(verbose).Render(report, console);
        return string.Join('\n', console.Output.ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd()));
    }
}

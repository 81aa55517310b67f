using NUnit.Framework;
using Prober.Reporting;
using Prober.Tests.Reporting.Samples;

namespace Prober.Tests.Reporting;

public sealed class ReportFilesTests
{
    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Path.Combine(Path.GetTempPath(), "prober-" + Guid.NewGuid().ToString("N"));

    [TearDown]
    public void RemoveFolder()
    {
        if (Directory.Exists(_folder))
            Directory.Delete(_folder, recursive: true);
    }

    [Test]
    public async Task Writes_each_format_once_and_leaves_nothing_else()
    {
        var result = await ReportFiles.WriteAsync(SampleReports.Healthy(), _folder, ["json", "html", "junit", "Markdown", "html"], CancellationToken.None);

        Assert.That(result.Failures, Is.Empty);
        Assert.That(Directory.GetFiles(_folder).Select(Path.GetFileName), Is.EquivalentTo(["report.json", "report.html", "report.xml", "report.md"]));
    }

    [Test]
    public void Refuses_a_format_there_is_not_before_it_writes()
    {
        Assert.That(
            async () => await ReportFiles.WriteAsync(SampleReports.Healthy(), _folder, ["html", "pdf"], CancellationToken.None),
            Throws.ArgumentException.With.Message.StartsWith("There is no report format \"pdf\"; there are console, "));
        Assert.That(Directory.Exists(_folder), Is.False);
    }

    [Test]
    public async Task Names_the_file_that_could_not_be_written()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "report.html"));

        var result = await ReportFiles.WriteAsync(SampleReports.Healthy(), _folder, ["html", "markdown"], CancellationToken.None);

        Assert.That(result.Failures.Select(failure => failure.Sink), Is.EqualTo(["report.html"]));
        Assert.That(result.Written, Is.EqualTo(["report.md"]));
        Assert.That(Directory.GetFiles(_folder).Select(Path.GetFileName), Is.EqualTo(["report.md"]), "no draft is left");
    }
}

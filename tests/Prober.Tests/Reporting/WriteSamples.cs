using NUnit.Framework;
using Prober.Reporting;
using Prober.Tests.Reporting.Samples;

namespace Prober.Tests.Reporting;

/// <summary>Writes every sample in every format, to look at them: <c>PROBER_SAMPLES=folder dotnet test --filter WriteSamples</c>.</summary>
[Explicit("For looking at, not for checking.")]
public sealed class WriteSamples
{
    [Test]
    public async Task All()
    {
        var folder = Environment.GetEnvironmentVariable("PROBER_SAMPLES") ?? Path.Combine(Path.GetTempPath(), "prober-samples");
        foreach (var (name, report) in SampleReports.All().Append(("hostile", HostileReport.Make())))
        {
            var result = await ReportFiles.WriteAsync(report, Path.Combine(folder, name), ReportFormats.Names, CancellationToken.None);
            Assert.That(result.Failures, Is.Empty);
        }
    }
}

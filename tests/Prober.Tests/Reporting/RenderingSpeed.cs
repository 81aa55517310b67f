using System.Diagnostics;
using NUnit.Framework;
using Prober.Reporting;
using Prober.Tests.Reporting.Samples;

namespace Prober.Tests.Reporting;

/// <summary>Measures all formats of a typical report together, warm.</summary>
[Explicit("A measurement, not a check.")]
public sealed class RenderingSpeed
{
    private const int Rounds = 30;

    [Test]
    public async Task AllFormats()
    {
        var report = SampleReports.Typical();
        foreach (var name in ReportFormats.Names)
        {
            var renderer = ReportFormats.Find(name);
            for (var i = 0; i < 5; i++)
                await Rendered.ByAsync(renderer, report);
            var before = Process.GetCurrentProcess().TotalProcessorTime;
            var watch = Stopwatch.StartNew();
            for (var i = 0; i < Rounds; i++)
                await Rendered.ByAsync(renderer, report);
            var elapsed = watch.Elapsed.TotalMilliseconds / Rounds;
            var processor = (Process.GetCurrentProcess().TotalProcessorTime - before).TotalMilliseconds / Rounds;
            TestContext.Out.WriteLine($"{name}: {elapsed:0.0} ms ({processor:0.0} ms of processor), {(await Rendered.ByAsync(renderer, report)).Length} characters");
        }
    }
}

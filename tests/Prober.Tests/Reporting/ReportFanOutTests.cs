using NUnit.Framework;
using Prober.Checklist.Reports;
using Prober.Reporting;
using Prober.Tests.Reporting.Samples;

namespace Prober.Tests.Reporting;

public sealed class ReportFanOutTests
{
    [Test]
    public async Task Goes_on_when_a_sink_breaks()
    {
        var good = new Sink("good", () => { });
        var fanOut = new ReportFanOut([new Sink("bad", () => throw new IOException("No space left on device")), good]);

        var result = await fanOut.WriteAsync(SampleReports.Healthy(), CancellationToken.None);

        Assert.That(good.Written, Is.EqualTo(1));
        Assert.That(result.Written, Is.EqualTo(["good"]));
        Assert.That(result.Failures, Is.EqualTo([new SinkFailure("bad", "IOException: No space left on device")]));
        Assert.That(fanOut.Failures, Is.EqualTo(1));
    }

    [Test]
    public void Does_not_count_a_cancellation_as_a_failure()
    {
        using var stop = new CancellationTokenSource();
        var fanOut = new ReportFanOut([new Sink("slow", () => { stop.Cancel(); stop.Token.ThrowIfCancellationRequested(); })]);

        Assert.That(async () => await fanOut.WriteAsync(SampleReports.Healthy(), stop.Token), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(fanOut.Failures, Is.Zero);
    }

    private sealed class Sink(string name, Action work) : IReportSink
    {
        public string Name => name;

        public int Written { get; private set; }

        public Task WriteAsync(Report report, CancellationToken cancellationToken)
        {
            work();
            Written++;
            return Task.CompletedTask;
        }
    }
}

using System.Text;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;
using OpenTelemetry.Metrics;
using Prober.Checklist;
using Prober.Checklist.Reports;
using Prober.Evidence;
using Prober.Evidence.Session;
using Prober.Monitor.Runs;
using Prober.Scenarios;
using Prober.Tests.Monitor.Deploy;
using Prober.Tests.Monitor.Scenarios;

namespace Prober.Tests.Monitor.Telemetry;

public sealed class OtlpTests
{
    private DirectoryInfo _folder = null!;

    [SetUp]
    public void Make() => _folder = Directory.CreateTempSubdirectory("prober-otlp-");

    [TearDown]
    public void Remove() => _folder.Delete(recursive: true);

    [Test]
    public async Task A_run_is_a_trace_of_run_phases_and_hops_without_secrets_and_metrics_go_the_same_way()
    {
        await using var receiver = await OtlpReceiver.StartAsync();
        await WalkAsync(receiver.Address);
        Assert.That(receiver.Got.Select(got => got.Type), Is.All.EqualTo("application/x-protobuf"));
        var spans = receiver.Bodies("/v1/traces").SelectMany(OtlpSpan.Of).ToList();
        var run = spans.Single(span => span.Parent.Length == 0);
        var phase = spans.Single(span => span.Parent == run.Id);
        var hops = spans.Where(span => span.Parent == phase.Id).ToList();
        Assert.That(spans, Has.Count.EqualTo(4));
        Assert.That(spans.Select(span => span.Trace).Distinct().Count(), Is.EqualTo(1));
        Assert.That((run.Name, run.Attributes["prober.verdict"], run.Attributes["prober.cause"]), Is.EqualTo(("run portal", "pass", "demand")));
        Assert.That((phase.Name, phase.Attributes["prober.application"], phase.End - phase.Start), Is.EqualTo(("login", "portal", 2_000_000_000UL)));
        Assert.That(hops.Select(hop => (hop.Name, hop.Attributes["url.full"], hop.Attributes["http.response.status_code"])), Is.EquivalentTo(new[]
        {
            ("GET", "https://login.example.com/authorize", "302"), ("POST", "https://login.example.com:8443/u/login", "500"),
        }), "a picture is no hop, and what came after the phase is not its");
        Assert.That(hops.Single(hop => hop.Name == "POST").Attributes["error.type"], Is.EqualTo("500"));

        var everything = string.Concat(receiver.Got.Select(got => Encoding.Latin1.GetString(got.Body)));
        Assert.That(everything, Does.Not.Contain("a-password-for-tests").And.Not.Contain("probe@example.com").And.Not.Contain("SECRET"));
        Assert.That(string.Concat(receiver.Bodies("/v1/metrics").Select(Encoding.Latin1.GetString)), Does.Contain("probe_success").And.Contain("login_probe_phase_duration_seconds"));
    }

    [Test]
    public async Task By_gRPC_the_same_goes_to_the_collectors_own_methods()
    {
        await using var receiver = await OtlpReceiver.StartAsync(isGrpc: true);
        await WalkAsync(receiver.Address, isGrpc: true);
        Assert.That(receiver.Got.Select(got => got.Type), Is.All.EqualTo("application/grpc"));
        var spans = receiver.Bodies("/opentelemetry.proto.collector.trace.v1.TraceService/Export").SelectMany(OtlpSpan.Of).ToList();
        Assert.That(spans.Select(span => span.Name), Is.EquivalentTo(new[] { "run portal", "login", "GET", "POST" }));
        Assert.That(string.Concat(receiver.Bodies("/opentelemetry.proto.collector.metrics.v1.MetricsService/Export").Select(Encoding.Latin1.GetString)), Does.Contain("probe_success"));
    }

    [Test]
    public async Task Nothing_is_sent_unless_an_endpoint_was_given()
    {
        await using var receiver = await OtlpReceiver.StartAsync();
        await WalkAsync(endpoint: null);
        Assert.That(receiver.Got, Is.Empty);
    }

    private async Task WalkAsync(Uri? endpoint, bool isGrpc = false)
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "portal.yaml"), MonitoredScenario.Text("portal", "1d"));
        await using var monitor = await RunningMonitor.StartAsync([_folder.FullName], ScenarioVariables.Of(new Dictionary<string, string>()), new RecordedWalker(_folder.FullName), otlp: endpoint, otlpIsGrpc: isGrpc);
        using var answer = await monitor.Client.PostAsync(new Uri("/api/scenarios/portal/run", UriKind.Relative), null);
        Assert.That((int)answer.StatusCode, Is.EqualTo(200));
        monitor.Services.GetRequiredService<MeterProvider>().ForceFlush();
        // The spans that are left go out when the host ends.
    }

    private sealed class RecordedWalker(string folder) : IJourneyWalker
    {
        public async Task<WalkedJourney> WalkAsync(Scenario scenario, string parent, CancellationToken cancellationToken)
        {
            var started = TimeProvider.System.GetUtcNow();
            string Entry(int afterMs, string method, string url, string type, int status) => $$"""
                { "startedDateTime": "{{started.AddMilliseconds(afterMs):O}}", "time": 50, "_resourceType": "{{type}}",
                  "request": { "method": "{{method}}", "url": "{{url}}", "httpVersion": "HTTP/1.1", "headers": [], "queryString": [], "cookies": [], "headersSize": -1, "bodySize": -1 },
                  "response": { "status": {{status}}, "statusText": "", "httpVersion": "HTTP/1.1", "headers": [], "cookies": [], "content": { "size": 0, "mimeType": "" }, "redirectURL": "", "headersSize": -1, "bodySize": -1 },
                  "cache": {}, "timings": { "send": 0, "wait": 50, "receive": 0 } }
                """;
            string[] entries =
            [
                Entry(10, "GET", "https://login.example.com/authorize?code=SECRET-1#SECRET-2", "document", 302),
                Entry(20, "GET", "https://login.example.com/logo.png?SECRET-3", "image", 200),
                Entry(30, "POST", "https://ada:SECRET-4@login.example.com:8443/u/login?state=SECRET-5", "fetch", 500),
                Entry(2500, "GET", "https://portal.example.com/later", "document", 200),
            ];
            await File.WriteAllTextAsync(Path.Combine(folder, "traffic.har"), $$"""{ "log": { "version": "1.2", "creator": { "name": "test", "version": "1" }, "entries": [{{string.Join(',', entries)}}] } }""", cancellationToken);
            return new WalkedJourney(
                new Report
                {
                    Run = new RunInfo { Id = "run", Scenario = scenario.Name, StartedAt = started, Duration = TimeSpan.FromSeconds(2), Source = EvidenceSource.Live, Outcome = RunOutcome.Completed, Version = "0" },
                    Verdict = Verdict.Pass,
                    Fault = FaultOwner.None,
                    Headline = null,
                    Phases = [new PhaseResult { Name = PhaseName.Login, Application = "portal", Verdict = Verdict.Pass, StartedAt = started, DurationMs = 2000 }],
                    Checks = [],
                    Quality = [],
                },
                folder, Leaks: 0);
        }
    }
}

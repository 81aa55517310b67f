using System.Diagnostics;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Prober.Checklist;
using Prober.Checklist.Reports;
using Prober.Evidence.Har;
using Prober.Monitor.Runs;
using Prober.Monitor.Store;

namespace Prober.Monitor.Telemetry;

/// <summary>
/// One trace a run: a span for the run, one for each phase, and one for each document or call that the browser fetched. Spans are made when the
/// run has its record, from the evidence as it was written, so that they hold nothing that the redaction would have taken out; of addresses they
/// hold scheme, host and path.
/// </summary>
public sealed partial class RunTraces(ILogger<RunTraces> log) : IRunListener
{
    public const string SourceName = "Prober.Monitor";

    private static readonly string[] Hops = ["document", "xhr", "fetch"];

    private static readonly ActivitySource Source = new(SourceName);

    public void Recorded(RunRecord run, WalkedJourney? walked)
    {
        ArgumentNullException.ThrowIfNull(run);
        if (!Source.HasListeners() || run.EndedAt is not { } ended) return;
        // No parent: what asked for the run is another trace.
        var asked = Activity.Current;
        Activity.Current = null;
        Trace(run, ended, walked);
        Activity.Current = asked;
    }

    private void Trace(RunRecord run, DateTimeOffset ended, WalkedJourney? walked)
    {
        using var span = Source.StartActivity($"run {run.Scenario}", ActivityKind.Internal, default(ActivityContext), Tags(run), startTime: run.StartedAt);
        if (span is null) return;
        var hops = walked is null ? [] : Read(walked.Folder);
        foreach (var phase in walked?.Report.Phases ?? []) Phase(span, phase, hops);
        if (run.Verdict == "fail" || run.Fault == "prober") span.SetStatus(ActivityStatusCode.Error, run.Summary);
        span.SetEndTime(ended.UtcDateTime);
    }

    private static void Phase(Activity run, PhaseResult phase, IReadOnlyList<HarEntry> hops)
    {
        var name = Word(phase.Name);
        var ended = phase.StartedAt.AddMilliseconds(phase.DurationMs);
        KeyValuePair<string, object?>[] tags = [new("prober.phase", name), new("prober.application", phase.Application), new("prober.verdict", Word(phase.Verdict))];
        using var span = Source.StartActivity(name, ActivityKind.Internal, run.Context, tags, startTime: phase.StartedAt);
        if (span is null) return;
        foreach (var hop in hops.Where(hop => hop.StartedAt >= phase.StartedAt && hop.StartedAt < ended)) Hop(span, hop);
        if (phase.Verdict == Verdict.Fail) span.SetStatus(ActivityStatusCode.Error);
        span.SetEndTime(ended.UtcDateTime);
    }

    private static void Hop(Activity phase, HarEntry hop)
    {
        if (hop.Request.Uri is not { } address) return;
        KeyValuePair<string, object?>[] tags =
        [
            new("http.request.method", hop.Request.Method), new("url.full", $"{address.Scheme}://{address.Authority}{address.AbsolutePath}"), new("server.address", address.Host),
            new("server.port", address.Port), new("http.response.status_code", hop.Response.Status), new("user_agent.synthetic.type", "test"),
        ];
        using var span = Source.StartActivity(hop.Request.Method, ActivityKind.Client, phase.Context, tags, startTime: hop.StartedAt);
        if (span is null) return;
        if (hop.Response.Status is 0 or >= 400)
        {
            span.SetTag("error.type", hop.Response.Status == 0 ? "no-answer" : $"{hop.Response.Status}");
            span.SetStatus(ActivityStatusCode.Error);
        }

        span.SetEndTime(hop.EndedAt.UtcDateTime);
    }

    private IReadOnlyList<HarEntry> Read(string folder)
    {
        try
        {
            using var file = File.OpenRead(Path.Combine(folder, "traffic.har"));
            return [.. HarReader.Read(file, new() { Bodies = BodyRetention.None }).Entries.Where(entry => Hops.Contains(entry.ResourceType))];
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or HarFormatException)
        {
            // The audit may have deleted it; the run and its phases are a trace, too.
            NoHops(unreadable.GetType().Name);
            return [];
        }
    }

    private static KeyValuePair<string, object?>[] Tags(RunRecord run) =>
    [
        new("prober.run.id", run.Id), new("prober.scenario", run.Scenario), new("prober.cause", Word(run.Cause)), new("prober.state", Word(run.State)), new("prober.verdict", run.Verdict),
        new("prober.fault", run.Fault), new("prober.check", run.HeadlineCheck), new("prober.reason", run.HeadlineReason), new("prober.flaky", run.Flaky),
    ];

    private static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName($"{value}");

    [LoggerMessage(Level = LogLevel.Warning, Message = "a trace without hops ({Exception})")]
    private partial void NoHops(string exception);
}

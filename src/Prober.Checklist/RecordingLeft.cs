using Prober.Checklist.Reports;
using Prober.Evidence;
using Prober.Evidence.Session;

namespace Prober.Checklist;

/// <summary>
/// Where the journey of a replay failed for something that the recording does not have. From there on nothing was seen of the target, so nothing can be
/// held against it; what was proven before stands.
/// </summary>
internal static class RecordingLeft
{
    /// <summary>What a journey can fail for the lack of; not pictures, fonts and the like.</summary>
    private static readonly string[] Carrying = ["document", "script", "xhr", "fetch"];

    /// <summary>One sentence on where the recording was left; null for a run against the network and for a replay that stayed inside.</summary>
    public static string? Sentence(EvidenceReader evidence)
    {
        if (Exit(evidence) is not { } exit) return null;
        var phase = evidence.Bundle.Phases.Value?.LastOrDefault(phase => phase.StartedAt <= exit.At);
        var where = phase is null ? "" : $" In the {PhaseWords.Of(phase.Name)} at {phase.Application},";
        return $"{evidence.Run.Replay!.Recording} does not reach as far as this journey.{where} {exit.Method} {ShortUrl.Of(exit.Url)} was asked for, which is not in it; what came after cannot be judged.";
    }

    /// <summary>The answers without the failures that rest on something from behind the point where the recording was left.</summary>
    public static IReadOnlyList<Answer> Applied(IReadOnlyList<Answer> answers, EvidenceReader evidence) =>
        Exit(evidence) is null ? answers : [.. answers.Select(answer => answer.Failed && IsFromBehind(evidence, answer.Finding)
            ? answer with { Finding = Finding.Inconclusive("not-in-recording", $"Not answerable from the recording, which the journey had left by then ({answer.Finding.Reason}).") } : answer)];

    private static bool IsFromBehind(EvidenceReader evidence, Finding finding) => Exit(evidence) is { } exit
        && !(finding.Evidence.Count > 0 && finding.Evidence.All(pointer => At(evidence, pointer) is { } at && at < exit.At));

    // A journey that reached everything needed nothing of what was missing.
    private static UnrecordedRequest? Exit(EvidenceReader evidence) =>
        evidence.Run.Replay is { } replay && evidence.Bundle.Phases.Value?.All(phase => phase.Outcome is PhaseOutcome.Reached) != true
            ? replay.Unrecorded.FirstOrDefault(request => request.ResourceType is null || Carrying.Contains(request.ResourceType)) : null;

    private static DateTimeOffset? At(EvidenceReader evidence, EvidencePointer pointer) => pointer.Entry is not { } index ? null : pointer.Source switch
    {
        EvidenceKind.Har => evidence.Bundle.Traffic.Value?.Entries.ElementAtOrDefault(index)?.StartedAt,
        EvidenceKind.Token => evidence.Bundle.Tokens.Value?.ElementAtOrDefault(index)?.SeenAt,
        EvidenceKind.Tab => evidence.Bundle.Tabs.Value?.ElementAtOrDefault(index)?.At,
        EvidenceKind.Console => evidence.Bundle.Console.Value?.ElementAtOrDefault(index)?.At,
        _ => null,
    };
}

using Prober.Checklist;
using Prober.Checklist.Reports;
using Prober.Evidence;
using Prober.Evidence.Session;
using Prober.Evidence.Tokens;

namespace Prober.Tests.Reporting.Samples;

/// <summary>A report whose every text comes from somebody who wants out of the document.</summary>
internal static class HostileReport
{
    /// <summary>What a browser would run, load or obey if any of it got through.</summary>
    public const string Text =
        "</title></style></script><script>canary()</script><img src=x onerror=canary()>\" onmouseover=\"canary()\" ' onfocus=' <!-- ]]> --> "
        + "| cell | ```\n# heading\r\n- list `code` ```` @everyone [x](javascript:canary()) ![i](https://evil.example/p.png) https://evil.example www.evil.example "
        + "\u202Egnp.exe \u0000\u0007\u001B[31mred\u001B[0m \uD800 \uFFFE {{7*7}} $(id) \\| \\";

    public static Report Make() => Make(Text);

    public static Report MakeLong() => Make(string.Concat(Enumerable.Repeat(Text, 1 + (10_000 / Text.Length))));

    public static Report Make(string text)
    {
        EvidencePointer[] evidence = [EvidencePointer.Har(0, text, text), EvidencePointer.Token(0, text, text), EvidencePointer.Log(1, text, text), EvidencePointer.Har(999, text, text)];
        var checks = Enum.GetValues<Verdict>().Select(verdict => CheckOf(verdict, text, evidence)).ToList();
        return new Report
        {
            Run = new RunInfo { Id = text, Scenario = text, StartedAt = SamplePhases.Start, Duration = TimeSpan.FromSeconds(1), Source = EvidenceSource.Har, Browser = text, Version = text, Outcome = RunOutcome.Completed, OutcomeDetail = text },
            Verdict = Verdict.Fail,
            Fault = FaultOwner.Upstream,
            Headline = new Headline(text, text, text, text, evidence),
            Phases = [SamplePhases.Phase(PhaseName.Login, text, 0, 100, null, Verdict.Fail) with { Detail = text, Steps = [text], Screenshot = text, ScreenshotImage = "<svg onload='canary()'/>"u8.ToArray() }],
            Checks = checks,
            Quality = [new QualityFlag(text, text)],
            Participants = [new(text, text, ParticipantKind.Application, text)],
            Hops = [HopOf(0, text), HopOf(1, text) with { Status = 0, Failure = text, Silent = true }],
            Tokens = [TokenOf(text)],
        };
    }

    private static CheckResult CheckOf(Verdict verdict, string text, IReadOnlyList<EvidencePointer> evidence) => new()
    {
        Id = text,
        Stage = Stage.Token,
        Class = CheckClass.Root,
        Question = text,
        Verdict = verdict,
        Reason = text,
        Summary = text,
        Remedy = text,
        Why = text,
        AnsweredBy = text,
        BlockedBy = verdict == Verdict.NotApplicable ? text : null,
        Evidence = evidence,
    };

    private static Hop HopOf(int entry, string text) => new()
    {
        Entry = entry,
        To = text,
        Method = text,
        Url = text,
        Status = 400,
        Label = text,
        RedirectsTo = text,
        AtMs = 1,
        DurationMs = 1,
        Failing = entry == 0,
        CookiesSent = [text],
        CookiesSet = [text],
    };

    private static TokenView TokenOf(string text) => new()
    {
        Index = 0,
        Kind = TokenKind.Id,
        Place = TokenPlace.CallbackFragment,
        Entry = 0,
        Application = text,
        Fingerprint = text,
        Signature = SignatureVerdict.Invalid,
        SignatureDetail = text,
        DecodeError = text,
        Claims = [new(text, text, text, text, false)],
    };
}

using Prober.Evidence.Har;
using Prober.Evidence.Session;

namespace Prober.Checklist.Reports;

/// <summary>The sequence diagram as data: who took part and which exchanges matter to the login.</summary>
internal sealed record SequenceDrawing(IReadOnlyList<Participant> Participants, IReadOnlyList<Hop> Hops)
{
    public static readonly SequenceDrawing Empty = new([], []);

    public static SequenceDrawing Of(EvidenceReader evidence, Headline? headline)
    {
        var failing = FailingEntries(evidence, headline);
        var drawn = evidence.Traffic.Entries.Where(entry => failing.Contains(entry.Index) || HopSelection.Matters(entry, evidence.Facts.RoleOf(entry))).ToList();
        if (drawn.Count == 0)
            return Empty;
        var lifelines = Lifelines.Of(evidence, drawn);
        var first = evidence.Traffic.Entries[0].StartedAt;
        var origin = evidence.Run.StartedAt < first && evidence.HasTabs ? evidence.Run.StartedAt : first;
        var labels = new HopLabels(evidence.Facts);
        return new SequenceDrawing(lifelines.All, [.. drawn.Select(entry => Draw(entry))]);

        Hop Draw(HarEntry entry) => new()
        {
            Entry = entry.Index,
            To = lifelines.IdOf(entry),
            Method = entry.Request.Method,
            Url = ShortUrl.Of(entry.Request.Url),
            Status = entry.Response.Status,
            Failure = entry.Response.Failure,
            Label = labels.Of(entry),
            RedirectsTo = ShortUrl.Target(entry),
            Phase = PhaseAt(evidence, entry.StartedAt),
            AtMs = Math.Round((entry.StartedAt - origin).TotalMilliseconds, 1),
            DurationMs = Math.Round(Math.Max(0, entry.TimeMs), 1),
            Silent = labels.TransactionOf(entry) is { IsSilent: true },
            Failing = failing.Contains(entry.Index),
            CookiesSet = CookieNames.SetBy(entry),
            CookiesSent = CookieNames.SentWith(entry),
        };
    }

    /// <summary>Entries that the headline points at, by itself or through the token it names.</summary>
    private static HashSet<int> FailingEntries(EvidenceReader evidence, Headline? headline)
    {
        var tokens = evidence.Bundle.Tokens.Value ?? [];
        var entries = (headline?.Evidence ?? []).Select(pointer => pointer.Source switch
        {
            EvidenceKind.Har => pointer.Entry,
            EvidenceKind.Token when pointer.Entry is { } index && index < tokens.Count => tokens[index].Entry,
            _ => null,
        });
        return [.. entries.OfType<int>().Where(index => index >= 0 && index < evidence.Traffic.Entries.Count)];
    }

    private static PhaseName? PhaseAt(EvidenceReader evidence, DateTimeOffset at) =>
        evidence.Bundle.Phases.Value?.LastOrDefault(phase => phase.StartedAt <= at && phase.Outcome is not PhaseOutcome.Skipped)?.Name;
}

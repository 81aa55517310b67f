using Prober.Checklist.Facts.Errors;
using Prober.Checklist.Facts.Logins;

namespace Prober.Checklist.Facts.Witnesses;

/// <summary>What the provider's own records say stopped the login: the witness that a general error text on a page hides.</summary>
/// <param name="Check">The check that owns the fault.</param>
/// <param name="Family">The family of credential errors; null when it is of another kind.</param>
/// <param name="Words">The record in words, for a summary.</param>
internal sealed record LoggedCause(string Check, string? Family, string Words, EvidencePointer Pointer)
{
    /// <summary>A line of the servers' logs, which stand nearer to the cause than an event, else the log's last word on the login; null when neither names an owner.</summary>
    public static LoggedCause? Of(EvidenceReader evidence) => OfServers(evidence) ?? OfEvents(evidence);

    private static LoggedCause? OfEvents(EvidenceReader evidence) =>
        ProviderEvents.Of(evidence)?.LoginFailure is { Code: { Check: { } check and not "logs-entry-created" } code } failure
            ? new(check, code.Family, $"The identity provider's log says {failure.Words}", failure.Pointer) : null;

    private static LoggedCause? OfServers(EvidenceReader evidence)
    {
        var course = LoginCourse.Of(evidence);
        if (course.Reached || course.CredentialPosts.LastOrDefault() is not { } submission) return null;
        return (from log in evidence.Bundle.ProviderServerLogs.Value ?? []
                from indexed in log.Lines.Index()
                let line = indexed.Item
                where line.At >= submission.StartedAt.AddSeconds(-5) && line.At <= submission.EndedAt.AddSeconds(30)
                let known = ServerLogPattern.Explain(line.Text)
                where known?.Check is not null
                select new LoggedCause(known.Check!, known.Family, $"The log {log.Source} says that {known.Meaning}",
                    EvidencePointer.Log(indexed.Index, log.Source, PageError.Clean(line.Text)))).FirstOrDefault();
    }
}

using Prober.Checklist.Facts.Logins;
using Prober.Evidence.Session;

namespace Prober.Checklist.Checks.AppLogs;

/// <summary>What an application's own log says of the error that a login ended in there: the browser saw no more than a status and an apology.</summary>
internal static class ApplicationCause
{
    /// <summary>The line of the login's time that names the cause: one that is understood, else one with an exception, else an error; null without one.</summary>
    public static LoggedLine? Of(EvidenceReader evidence, LoginTransaction login)
    {
        if (login.Callback is null || evidence.Bundle.ApplicationLogs.Value is not { } logs) return null;
        var window = LoginWindows.Of(login, evidence.Facts);
        var lines = logs.SelectMany(log => log.Lines.Select((line, index) => new LoggedLine(log, index, line)))
            .Where(logged => window.Holds(logged.Line.At, logged.Log.Application)).ToList();
        var errors = lines.Where(logged => logged.Line.Severity is LogSeverity.Error or LogSeverity.Critical).ToList();
        return lines.FirstOrDefault(logged => logged.Line.Severity is not (LogSeverity.Information or LogSeverity.Warning) && AppLogPatterns.Explain(logged.Line.Text) is not null)
            ?? errors.FirstOrDefault(logged => logged.NamesException)
            ?? errors.FirstOrDefault();
    }

    /// <summary>The finding with the line quoted, or as it was when there is none.</summary>
    public static Finding Quoting(this Finding finding, LoggedLine? cause) => cause is null ? finding : finding with
    {
        Summary = $"{finding.Summary} The log of {cause.Log.Application} says: “{cause.Cause}”.",
        Remedy = $"{(AppLogPatterns.Explain(cause.Cause) is { } known ? $"That means {known.Meaning}. " : "")}Follow the quoted line in {cause.Log.Source}, at {cause.Line.At:HH:mm:ss} UTC.",
        Evidence = [.. finding.Evidence, cause.Pointer],
    };
}

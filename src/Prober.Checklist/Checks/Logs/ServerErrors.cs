using Prober.Checklist.Facts.Errors;
using Prober.Checklist.Facts.Logins;
using Prober.Checklist.Facts.Witnesses;
using Prober.Evidence.Session;

namespace Prober.Checklist.Checks.Logs;

/// <summary>What the authorization server's own log files say of the time of the login, where its operator hands them out.</summary>
public sealed class ServerErrors : Check
{
    public override CheckInfo Info { get; } = new(
        "logs-idp-server-errors", Stage.Logs, CheckClass.Mirror,
        "Are the authorization server's own logs free of errors for this login?",
        "A page says \"something went wrong\"; the server's log has the exception.",
        "Follow the quoted line: it names what broke on the authorization server.")
    {
        Owner = FaultOwner.IdentityProvider,
        AnsweredBy = "the log file of the identity provider's servers for the time of the run",
        References = ["https://www.keycloak.org/server/logging"],
        Reasons = new Dictionary<string, string>
        {
            ["clean"] = "the log covers the login and holds no error",
            ["login-error"] = "an error belongs to this login",
            ["other-errors"] = "there are errors, none of which is tied to this login",
            ["not-covered"] = "the log does not cover the time of the login",
            ["hosted"] = "the provider keeps the logs of its servers to itself",
        },
    };

    public override Finding Evaluate(EvidenceReader evidence)
    {
        if (!evidence.Bundle.ProviderServerLogs.IsPresent && LogCodes.Default.ServersAskedAt(evidence.Expectations.Provider.Kind) is { } whom)
            return Finding.NotApplicable("hosted", $"The provider keeps the logs of its servers to itself; ask {whom}.");
        var logs = evidence.ProviderServerLogs;
        var (from, to) = Window(evidence);
        var errors = logs.SelectMany(log => log.Lines.Index().Select(item => new ServerLine(log.Source, item.Index, item.Item)))
            .Where(line => line.Line.At >= from && line.Line.At <= to && line.IsError).ToList();
        if (errors.FirstOrDefault(line => IsTied(evidence, line.Line)) is { } tied)
            return Finding.Fail("login-error", $"The log {tied.Source} says: {tied.Quote}{tied.Means}", tied.Pointer);
        if (errors is [var other, ..])
            return Finding.Warn("other-errors", $"The log {other.Source} holds an error at the time of the login that nothing ties to it: {other.Quote}", other.Pointer);
        return logs.Any(log => log.From <= from.AddSeconds(60) && log.To >= to.AddSeconds(-120))
            ? Finding.Pass("clean", "The logs of the authorization server cover the login and hold no error.")
            : Finding.Inconclusive("not-covered", "The logs of the authorization server do not cover the time of the login.");
    }

    private static (DateTimeOffset From, DateTimeOffset To) Window(EvidenceReader evidence)
    {
        var course = LoginCourse.Of(evidence);
        var start = course.Decisive?.Authorization.StartedAt ?? evidence.Run.StartedAt;
        var end = course.Phase?.EndedAt ?? course.Decisive?.Chain[^1].EndedAt ?? evidence.Run.StartedAt + evidence.Run.Duration;
        return (start.AddSeconds(-60), end.AddSeconds(120));
    }

    /// <summary>The line names this client or account, or was written within seconds of an error that the browser saw.</summary>
    private static bool IsTied(EvidenceReader evidence, LogLine line)
    {
        var clients = evidence.Facts.Interactive.Select(transaction => transaction.ClientId).OfType<string>();
        if (clients.Any(client => client.Length > 3 && line.Text.Contains(client, StringComparison.OrdinalIgnoreCase))) return true;
        if (AccountNames.Of(evidence).Any(name => line.Text.Contains(name, StringComparison.OrdinalIgnoreCase))) return true;
        return evidence.Facts.Errors.Any(error => !error.IsSilentSignal && (error.Entry.EndedAt - line.At).Duration() <= TimeSpan.FromSeconds(5));
    }

    private sealed record ServerLine(string Source, int Index, LogLine Line)
    {
        private ServerLogPattern? Known { get; } = ServerLogPattern.Explain(Line.Text);

        public bool IsError => Line.Severity is LogSeverity.Error or LogSeverity.Critical
            || (Line.Severity is not (LogSeverity.Debug or LogSeverity.Information) && Known is not null);

        public string Quote => $"“{string.Join(' ', Line.Text.Split('\n').Take(3)).Trim() switch { { Length: > 300 } text => text[..300] + "…", var text => text }}”.";

        public string Means => Known is null ? "" : $" That means {Known.Meaning}.";

        public EvidencePointer Pointer => EvidencePointer.Log(Index, Source, PageError.Clean(Line.Text));
    }
}

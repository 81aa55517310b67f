using Prober.Checklist.Facts.Endpoints;
using Prober.Evidence.Har;
using Prober.Evidence.Session;

namespace Prober.Checklist.Checks.AppLogs;

/// <summary>The application's own log around the callback: what its libraries said when they refused a login.</summary>
public sealed class NoErrorsLogged : Check
{
    public override CheckInfo Info { get; } = new(
        "app-logs-no-errors",
        Stage.AppLogs,
        CheckClass.Mirror,
        Question: "Do the application's logs show no error for this login?",
        Why: "The provider's part may be flawless while the application refuses the token; only the application's log says why.",
        Remedy: "Follow the quoted line: it names the validation that failed on the application's side.")
    {
        Owner = FaultOwner.Application,
        References = ["https://learn.microsoft.com/dotnet/api/microsoft.identitymodel.tokens"],
        AnsweredBy = "the application's log file for the time of the run",
        Reasons = new Dictionary<string, string>
        {
            ["clean"] = "The log covers the login and holds no error.",
            ["login-refused"] = "A line tells of a refused login or an unhandled exception.",
            ["http-5xx"] = "Without a log: the application answered the login with a server error.",
            ["other-errors"] = "There are errors, none of which speaks of a login.",
            ["warnings"] = "A warning speaks of a login.",
            ["not-covered"] = "The log does not cover the time of the login.",
        },
    };

    public override Finding Evaluate(EvidenceReader evidence)
    {
        if (!evidence.Bundle.ApplicationLogs.IsPresent && ServerError(evidence) is { } failing)
        {
            return Finding.Fail("http-5xx", $"The application answered the login with {failing.Response.Status}; its log will say why.",
                EvidencePointer.Har(failing.Index, "response.status", $"{failing.Response.Status}")) with
            { Confidence = Confidence.Medium };
        }

        var windows = LoginWindows.Of(evidence);
        var lines = LoggedLines(evidence, windows);
        return Refused(lines) ?? Other(lines) ?? Warned(lines) ?? (Covers(evidence.ApplicationLogs, windows)
            ? Finding.Pass("clean", "The application's log covers the login and holds no error.")
            : Finding.Inconclusive("not-covered", "The application's log does not cover the time of the login."));
    }

    private static IReadOnlyList<LoggedLine> LoggedLines(EvidenceReader evidence, IReadOnlyList<LoginWindow> windows) =>
    [
        .. evidence.ApplicationLogs.SelectMany(log => log.Lines.Select((line, index) => new LoggedLine(log, index, line)))
            .Where(logged => windows.Any(window => window.Holds(logged.Line.At, logged.Log.Application))),
    ];

    private static Finding? Refused(IEnumerable<LoggedLine> lines)
    {
        foreach (var logged in lines.Where(logged => logged.Line.Severity is LogSeverity.Error or LogSeverity.Critical or LogSeverity.Unknown))
        {
            if (AppLogPatterns.Explain(logged.Line.Text) is { } pattern)
                return Finding.Fail("login-refused",
                    $"The log of {logged.Log.Application} says: {logged.Quote} That means {pattern.Meaning}.", logged.Pointer);
        }

        return null;
    }

    private static Finding? Other(IEnumerable<LoggedLine> lines) =>
        lines.FirstOrDefault(logged => logged.Line.Severity is LogSeverity.Error or LogSeverity.Critical) is { } error
            ? Finding.Warn("other-errors",
                $"The log of {error.Log.Application} holds an error at the time of the login: {error.Quote}", error.Pointer)
            : null;

    private static Finding? Warned(IEnumerable<LoggedLine> lines) =>
        lines.FirstOrDefault(logged => logged.Line.Severity is LogSeverity.Warning && AppLogPatterns.Explain(logged.Line.Text) is not null) is { } warning
            ? Finding.Warn("warnings", $"The log of {warning.Log.Application} warns: {warning.Quote}", warning.Pointer)
            : null;

    private static bool Covers(IReadOnlyList<ApplicationLog> logs, IReadOnlyList<LoginWindow> windows) =>
        windows.Count > 0 && windows.All(window => logs.Any(log => window.IsFor(log.Application) && log.From <= window.Callback && log.To >= window.Callback));

    /// <summary>The callback, or the page it leads to, answered with a server error.</summary>
    private static HarEntry? ServerError(EvidenceReader evidence) =>
        evidence.Facts.Interactive.Select(transaction => transaction.Callback).OfType<HarEntry>()
            .SelectMany(callback => evidence.Traffic.Entries.Skip(callback.Index).Take(10).Where(entry =>
                entry.Request.Uri?.Authority == callback.Request.Uri?.Authority &&
                evidence.Facts.RoleOf(entry) is EndpointRole.Application or EndpointRole.ApplicationCallback or EndpointRole.ErrorPage))
            .FirstOrDefault(entry => entry.Response.Status >= 500);
}

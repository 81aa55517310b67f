using Prober.Checklist.Facts.Logins;
using Prober.Evidence.Har;
using Prober.Evidence.Provider.Log;

namespace Prober.Checklist.Facts.Witnesses;

/// <summary>
/// The events of the provider's log that belong to this run: in its time on the provider's clock, of its clients, and of its account as far
/// as that can be told. One reading for all checks.
/// </summary>
internal sealed class ProviderEvents
{
    private static readonly TimeSpan Before = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan After = TimeSpan.FromSeconds(120);

    private readonly EvidenceReader _evidence;
    private readonly IReadOnlySet<string> _account;
    private readonly HashSet<string> _clients;
    private readonly HashSet<string> _correlations;

    private ProviderEvents(EvidenceReader evidence, ProviderLog log)
    {
        (_evidence, Log) = (evidence, log);
        _account = AccountNames.Of(evidence);
        _clients = [.. evidence.Facts.Interactive.Select(transaction => transaction.ClientId)
            .Concat(evidence.Expectations.Applications.Select(application => application.ClientId)).OfType<string>()];
        _correlations = [.. log.Events.Where(entry => entry.ClientId is { } client && _clients.Contains(client))
            .Select(entry => entry.Correlation).OfType<string>()];
        var kind = evidence.Expectations.Provider.Kind;
        var read = log.Events.Select((entry, index) => new LoggedEvent(entry, index, LogCodes.Default.Find(kind, entry)))
            .Where(logged => logged.Event.At >= From && logged.Event.At <= To).ToList();
        // Where no event names the account as this run knows it, the names are of another kind and tell nothing apart.
        var named = read.Any(logged => IsAccount(logged));
        All = [.. read.Where(logged => IsOfClient(logged) && (!named || logged.Event.User is null || IsAccount(logged)))];
        Strangers = [.. read.Where(logged => IsOfClient(logged) && !All.Contains(logged))];
        OtherClients = [.. read.Where(logged => named && IsAccount(logged) && !IsOfClient(logged))];
    }

    public ProviderLog Log { get; }

    /// <summary>Events of this run, in time order.</summary>
    public IReadOnlyList<LoggedEvent> All { get; }

    /// <summary>Events of the same clients at the same time, about somebody else.</summary>
    public IReadOnlyList<LoggedEvent> Strangers { get; }

    /// <summary>Events about the same account at other applications.</summary>
    public IReadOnlyList<LoggedEvent> OtherClients { get; }

    /// <summary>The events of the login, those of single sign-on and logout left out.</summary>
    public IReadOnlyList<LoggedEvent> OfLogin
    {
        get
        {
            var course = LoginCourse.Of(_evidence);
            return course.Decisive is not { } login ? All : [.. All.Where(logged => IsOf(logged, login, course.Phase?.EndedAt))];
        }
    }

    /// <summary>What failed last in the login and was not mended by a later success.</summary>
    public LoggedEvent? LoginFailure =>
        OfLogin.LastOrDefault(logged => logged is { Failed: true, Topic: "login" or "limit" or "token" or "pipeline" or "directory" or "mfa" }) is { } failure
            && !OfLogin.Any(later => later.Index > failure.Index && later is { Result: LogResult.Success, Topic: "login" or "token" })
            && !IsRepeatedExchange(failure)
            ? failure : null;

    // A code that was redeemed already is refused the second time: that login has its tokens.
    private bool IsRepeatedExchange(LoggedEvent failure) => failure.Topic == "token"
        && OfLogin.Any(earlier => earlier.Index < failure.Index && earlier is { Result: LogResult.Success, Topic: "token" });

    /// <summary>Where the window of the run begins on the provider's clock.</summary>
    public DateTimeOffset From => (_evidence.Facts.Interactive.Select(transaction => (DateTimeOffset?)transaction.Authorization.StartedAt)
        .FirstOrDefault() ?? _evidence.Run.StartedAt) + Skew - Before;

    public DateTimeOffset To => (_evidence.Traffic.Entries.Select(entry => (DateTimeOffset?)entry.StartedAt).LastOrDefault()
        ?? _evidence.Run.StartedAt + _evidence.Run.Duration) + Skew + After;

    /// <summary>Null when no log was read.</summary>
    public static ProviderEvents? Of(EvidenceReader evidence) => evidence.Bundle.ProviderLog.Value is { } log ? new(evidence, log) : null;

    /// <summary>The same where a check cannot do without.</summary>
    /// <exception cref="MissingEvidenceException">No log was read.</exception>
    public static ProviderEvents Needed(EvidenceReader evidence) => new(evidence, evidence.ProviderLog);

    public LoggedEvent? Last(string code) => All.LastOrDefault(logged => logged.Event.Code == code);

    // A Date header counts whole seconds, so a smaller difference of clocks is none.
    private TimeSpan Skew => TimeSpan.FromSeconds(_evidence.Facts.ProviderHosts
        .Select(host => _evidence.Facts.ClockSkew.GetValueOrDefault(host)).FirstOrDefault(skew => Math.Abs(skew) >= 2));

    private bool IsOf(LoggedEvent logged, LoginTransaction login, DateTimeOffset? phaseEnd) =>
        (logged.Event.ClientId is null || logged.Event.ClientId == login.ClientId || !_clients.Contains(logged.Event.ClientId))
        && logged.Event.At <= NextLogin(login, phaseEnd)
        && logged.Topic is not ("logout" or "federated-logout" or "single-logout");

    // A later login or logout of the run has events of its own; what is ingested in the second after its start is still of the first.
    private DateTimeOffset NextLogin(LoginTransaction login, DateTimeOffset? phaseEnd)
    {
        var end = phaseEnd ?? Last(login).EndedAt;
        var next = _evidence.Facts.Interactive.Where(other => other.Authorization.StartedAt > end && other.ClientId == login.ClientId)
            .Select(other => (DateTimeOffset?)other.Authorization.StartedAt).FirstOrDefault();
        return (next is { } start && start - end < After ? start : end + After) + Skew;
    }

    private static HarEntry Last(LoginTransaction login) => login.Chain[^1];

    private bool IsAccount(LoggedEvent logged) => logged.Event.User is { } user && _account.Contains(user);

    private bool IsOfClient(LoggedEvent logged) =>
        logged.Event.ClientId is not { } client || _clients.Count == 0 || _clients.Contains(client)
        // A failure may hold whatever stood in the request, which is no client's identifier then.
        || (logged.Failed && logged.Event.Correlation is { } correlation && _correlations.Contains(correlation));
}

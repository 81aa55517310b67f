using Prober.Evidence;
using Prober.Evidence.Session;
using Prober.Evidence.Session.Logs;
using Prober.Scenarios;

namespace Prober.Browser.Recording.Logs;

/// <summary>
/// Reads what each application's log, and that of the provider's servers, tells of a run. Made when the run starts, because a file is read from
/// where it ended then.
/// </summary>
internal sealed class ApplicationLogTail
{
    /// <summary>The name under which the provider's own servers stand in evidence.</summary>
    private const string Provider = "identity provider";

    private readonly DateTimeOffset _from;
    private readonly IReadOnlyList<LogOf> _applications;
    private readonly IReadOnlyList<LogOf> _provider;

    private ApplicationLogTail(Scenario scenario, DateTimeOffset from, bool ignoreHttpsErrors)
    {
        var folder = scenario.File is { } file ? Path.GetDirectoryName(Path.GetFullPath(file)) ?? "." : ".";
        _from = from;
        _applications = [.. scenario.Applications.Where(application => application.Value.Log is not null)
            .Select(application => new LogOf(application.Key, application.Value.Url.Authority, ReaderOf(application.Value.Log!, folder, ignoreHttpsErrors)))];
        _provider = scenario.Provider is { ServerLog: { } log, Issuer: { } issuer } ? [new(Provider, new Uri(issuer).Authority, ReaderOf(log, folder, ignoreHttpsErrors))] : [];
    }

    public static ApplicationLogTail Start(Scenario scenario, DateTimeOffset from, bool ignoreHttpsErrors = false) => new(scenario, from, ignoreHttpsErrors);

    /// <summary>The applications' logs up to a moment.</summary>
    /// <param name="to">End of the run on our clock.</param>
    /// <param name="skew">Seconds by which each authority's clock is ahead of ours.</param>
    /// <param name="cancellationToken">Time for it is over: what could not be read by then is missing.</param>
    public Task<Captured<IReadOnlyList<ApplicationLog>>> ReadAsync(
        DateTimeOffset to, IReadOnlyDictionary<string, double> skew, CancellationToken cancellationToken) =>
        ReadAsync(_applications, "no application log was given", to, skew, cancellationToken);

    /// <summary>The log of the provider's servers; as for <see cref="ReadAsync(DateTimeOffset, IReadOnlyDictionary{string, double}, CancellationToken)"/>.</summary>
    public Task<Captured<IReadOnlyList<ApplicationLog>>> ReadProviderAsync(
        DateTimeOffset to, IReadOnlyDictionary<string, double> skew, CancellationToken cancellationToken) =>
        ReadAsync(_provider, "no log file of the identity provider's servers was given", to, skew, cancellationToken);

    private async Task<Captured<IReadOnlyList<ApplicationLog>>> ReadAsync(
        IReadOnlyList<LogOf> readers, string nothing,
        DateTimeOffset to, IReadOnlyDictionary<string, double> skew, CancellationToken cancellationToken)
    {
        if (readers.Count == 0) return Captured.Nothing<IReadOnlyList<ApplicationLog>>(nothing);
        var answers = await Task.WhenAll(readers.Select(reader => ReadAsync(reader.Application, reader.Log, WindowOf(reader.Authority, to, skew), cancellationToken)));
        var logs = answers.Select(answer => answer.Log).OfType<ApplicationLog>().ToList();
        return logs.Count > 0
            ? Captured.Of<IReadOnlyList<ApplicationLog>>(logs)
            : Captured.Nothing<IReadOnlyList<ApplicationLog>>(string.Join("; ", answers.Select(answer => answer.Missing)));
    }

    private LogWindow WindowOf(string authority, DateTimeOffset to, IReadOnlyDictionary<string, double> skew)
    {
        var ahead = TimeSpan.FromSeconds(skew.GetValueOrDefault(authority));
        return new LogWindow(_from + ahead, to + ahead);
    }

    private static async Task<(ApplicationLog? Log, string? Missing)> ReadAsync(
        string application, ILogReader log, LogWindow window, CancellationToken cancellationToken)
    {
        try
        {
            var lines = LogLineParser.Parse(await log.ReadAsync(window, cancellationToken), window.From, window.To);
            return (new ApplicationLog { Application = application, Source = log.Source, From = window.From, To = window.To, Lines = lines }, null);
        }
        catch (IOException failure)
        {
            return (null, $"the log of {application}, {log.Source}, is missing: {failure.Message}");
        }
    }

    private static ILogReader ReaderOf(LogSource source, string folder, bool ignoreHttpsErrors) => source switch
    {
        { File: { } file } => new LogFile(Path.Combine(folder, file)),
        { Url: { } url } => new LogAddress(url, ignoreHttpsErrors),
        _ => new LogCommand(source.Command, folder),
    };

    /// <summary>Whose log it is, and the host whose clock wrote it.</summary>
    private sealed record LogOf(string Application, string Authority, ILogReader Log);
}

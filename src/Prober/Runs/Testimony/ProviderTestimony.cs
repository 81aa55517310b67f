using Prober.Browser;
using Prober.Evidence;
using Prober.Evidence.Provider.Configuration;
using Prober.Evidence.Provider.Log;
using Prober.Evidence.Provider.Users;
using Prober.Evidence.Redaction;
using Prober.Providers;
using Prober.Scenarios;

namespace Prober.Runs.Testimony;

/// <summary>
/// Asks the identity provider about a run: for its settings while the browser is at work, for its log and the user's record when that is closed. What a
/// person exported goes before what the API would say.
/// </summary>
internal sealed class ProviderTestimony : IDisposable
{
    /// <summary>For each witness, beyond the waiting for late log entries.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    private readonly Scenario _scenario;
    private readonly TimeProvider _time;
    private readonly HttpClient _http;
    private readonly ProviderWitnesses? _witnesses;
    private readonly List<string> _tokens = [];
    private readonly ConfigurationQuestion _early;
    private readonly Task<Captured<ProviderConfiguration>> _configuration;

    private ProviderTestimony(Scenario scenario, HttpClient http, TimeProvider time)
    {
        (_scenario, _http, _time) = (scenario, http, time);
        _witnesses = AccessOf(scenario.Provider) is { } access ? ProviderWitnesses.Of(access, http, time, Remember) : null;
        _early = new()
        {
            ClientIds = [.. scenario.Applications.Values.Select(application => application.ClientId).OfType<string>().Distinct()],
            Connection = scenario.Provider.Connection,
            Username = scenario.Account.Username.Reveal(),
        };
        _configuration = Task.Run(() => ConfigurationAsync(_early), CancellationToken.None);
    }

    /// <summary>Begins with the settings. Requests trust what the session's browser trusts.</summary>
    public static ProviderTestimony Begin(Scenario scenario, BrowserSession session, TimeProvider time) =>
        new(scenario, ProberHttp.For(session, TimeSpan.FromSeconds(15)), time);

    /// <summary>The run with everything that the provider had to say of it; cancelling ends the waiting, not the record.</summary>
    public async Task<RecordedRun> CompleteAsync(RecordedRun run, IJourneyProgress? progress, CancellationToken cancellationToken)
    {
        var questions = new TestimonyQuestions(_scenario, run.Raw);
        var log = LogAsync(questions, run.Raw, progress, cancellationToken);
        var users = UsersAsync(questions, log, cancellationToken);
        var full = questions.Configuration(_early);
        // A request that named an organization, or a client the scenario does not, is known only now.
        var configuration = full == _early ? await _configuration : await ConfigurationAsync(full);
        var raw = run.Raw with { ProviderLog = await log, Users = Observed(await users, run.Raw), Configuration = configuration };
        lock (_tokens)
        {
            foreach (var token in _tokens) run.Secrets.Add(token, SecretKind.Token);
        }

        return run with { Raw = raw };
    }

    public void Dispose() => _http.Dispose();

    private async Task<Captured<ProviderLog>> LogAsync(TestimonyQuestions questions, EvidenceBundle raw, IJourneyProgress? progress, CancellationToken cancellationToken)
    {
        var provider = _scenario.Provider;
        var question = questions.Log(provider.Management?.Wait ?? TimeSpan.Zero);
        if (provider.LogExport is { } file) return ExportedWitnesses.AsPart(() => ExportedWitnesses.Log(provider.Kind, file, (question.From, question.To)));
        if (_witnesses is null) return Absent(raw.ProviderLog);
        using var limit = LimitedTo(question.Patience + Limit, cancellationToken);
        return await _witnesses.Log.ReadAsync(question with { Waiting = new LogWait(progress, question.Patience) }, limit.Token);
    }

    private async Task<Captured<UserRecords>> UsersAsync(TestimonyQuestions questions, Task<Captured<ProviderLog>> log, CancellationToken cancellationToken)
    {
        var provider = _scenario.Provider;
        if (provider.UsersExport is { } file) return ExportedWitnesses.AsPart(() => ExportedWitnesses.Users(provider.Kind, file, _time.GetUtcNow()));
        if (_witnesses is null) return Absent(Captured.Nothing<UserRecords>("no access to the identity provider's user records was given"));
        var question = questions.User(questions.KnowsSubject ? null : (await log).Value);
        using var limit = LimitedTo(Limit, cancellationToken);
        return await _witnesses.Users.ReadAsync(question, limit.Token);
    }

    private async Task<Captured<ProviderConfiguration>> ConfigurationAsync(ConfigurationQuestion question)
    {
        var provider = _scenario.Provider;
        if (provider.SettingsExport is { } file) return ExportedWitnesses.AsPart(() => ExportedWitnesses.Configuration(provider.Kind, file));
        if (_witnesses is null) return Absent(Captured.Nothing<ProviderConfiguration>("no access to the identity provider's settings was given"));
        using var limit = LimitedTo(Limit, CancellationToken.None);
        return await _witnesses.Configuration.ReadAsync(question, limit.Token);
    }

    private Captured<T> Absent<T>(Captured<T> nothing)
        where T : class => _scenario.Provider.Management is null
            ? nothing
            : Captured.Nothing<T>($"the management API of provider kind {_scenario.Provider.Kind} is not known; those of {string.Join(", ", ProviderWitnesses.Kinds)} are");

    private static Captured<UserRecords> Observed(Captured<UserRecords> users, EvidenceBundle raw) =>
        users.Value is { } records ? Captured.Of(AttributeObserver.Observe(records, raw.Expectations)) : users;

    private static CancellationTokenSource LimitedTo(TimeSpan limit, CancellationToken cancellationToken)
    {
        var source = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        source.CancelAfter(limit);
        return source;
    }

    private void Remember(string token)
    {
        lock (_tokens) _tokens.Add(token);
    }

    private static ManagementAccess? AccessOf(ProviderSettings provider) => provider is not { Management: { } management, Issuer: { } issuer } ? null : new()
    {
        Kind = provider.Kind,
        Issuer = issuer,
        Address = management.Url,
        ClientId = management.ClientId,
        ClientSecret = management.ClientSecret?.Reveal(),
        Audience = management.Audience,
        Realm = management.Realm,
        Token = management.Token?.Reveal(),
    };
}

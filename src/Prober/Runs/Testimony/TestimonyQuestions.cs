using System.Text.Json;
using Prober.Checklist;
using Prober.Checklist.Facts;
using Prober.Checklist.Facts.Endpoints;
using Prober.Checklist.Facts.Logins;
using Prober.Evidence;
using Prober.Evidence.Har;
using Prober.Evidence.Provider.Log;
using Prober.Evidence.Tokens;
using Prober.Providers;
using Prober.Scenarios;

namespace Prober.Runs.Testimony;

/// <summary>What a run's raw evidence makes worth asking.</summary>
internal sealed class TestimonyQuestions
{
    // checklist.md, logs-entry-created: the window begins a minute before the first request and ends two minutes after the last.
    private static readonly TimeSpan Before = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan After = TimeSpan.FromSeconds(120);

    /// <summary>Date headers have whole seconds, so that skew is known to about one.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(2);

    private readonly Scenario _scenario;
    private readonly EvidenceBundle _raw;
    private readonly EvidenceFacts? _facts;
    private readonly TimeSpan _skew;

    public TestimonyQuestions(Scenario scenario, EvidenceBundle raw)
    {
        (_scenario, _raw) = (scenario, raw);
        _facts = raw.Traffic.IsPresent ? new EvidenceReader(raw).Facts : null;
        _skew = TimeSpan.FromSeconds(scenario.Provider.Issuer is { } issuer ? _facts?.ClockSkew.GetValueOrDefault(new Uri(issuer).Authority) ?? 0 : 0);
    }

    /// <summary>Where the scenario names no client, those that the browser saw are meant.</summary>
    public LogQuestion Log(TimeSpan patience) => new()
    {
        From = _raw.Run.StartedAt + _skew - Before,
        To = _raw.Run.StartedAt + _raw.Run.Duration + _skew + After,
        ClientIds = ClientIds,
        Username = _scenario.Account.Username.Reveal(),
        Awaited = [.. Awaited().Distinct()],
        Patience = patience,
    };

    /// <summary>By the token's subject; where no token was seen, by the identifier that the provider's log gives the account.</summary>
    public UserQuestion User(ProviderLog? log) => new() { Username = _scenario.Account.Username.Reveal(), Subject = Subject ?? IdentifierIn(log) };

    /// <summary>True when a token names the user, so that the log need not be waited for.</summary>
    public bool KnowsSubject => Subject is not null;

    /// <summary>The question asked early, or another one when the traffic shows that it was too narrow.</summary>
    public ConfigurationQuestion Configuration(ConfigurationQuestion early)
    {
        List<string> organizations = [.. Transactions.Select(transaction => transaction.Parameters.GetValueOrDefault("organization")).OfType<string>().Distinct()];
        return organizations.Count == 0 && ClientIds.All(early.ClientIds.Contains) ? early : early with { ClientIds = ClientIds, Organizations = organizations };
    }

    private IEnumerable<LoginTransaction> Transactions => (_facts?.Transactions ?? []).Where(transaction => !transaction.IsUpstream);

    private IReadOnlyList<string> ClientIds =>
    [
        .. _scenario.Applications.Values.Select(application => application.ClientId).Concat(Transactions.Select(transaction => transaction.ClientId)).OfType<string>().Distinct(),
    ];

    private string? Subject => (_raw.Tokens.Value ?? [])
        .Where(token => token.Kind is TokenKind.Id or TokenKind.UserInfo)
        .Select(token => token.Claims?["sub"]).FirstOrDefault(sub => sub?.GetValueKind() == JsonValueKind.String)?.GetValue<string>();

    // A record without the address that was typed is found by what the log calls the user, where the log leaves no doubt who that is.
    private string? IdentifierIn(ProviderLog? log)
    {
        var events = (log?.Events ?? []).Where(entry => entry is { UserId: not null, ClientId: { } client } && ClientIds.Contains(client)).ToList();
        return events.LastOrDefault(entry => string.Equals(entry.User, _scenario.Account.Username.Reveal(), StringComparison.OrdinalIgnoreCase))?.UserId
            ?? (events.DistinctBy(entry => entry.UserId).Count() == 1 ? events[0].UserId : null);
    }

    private IEnumerable<AwaitedEvent> Awaited()
    {
        if (_facts is null) yield break;
        foreach (var transaction in _facts.Interactive)
        {
            if (transaction.Callback is not null) yield return At(transaction.ClientId, transaction.Authorization);
            if (transaction.CredentialPost is { Response.Status: > 0 } post && _facts.RoleOf(post) == EndpointRole.CredentialPost) yield return At(transaction.ClientId, post);
        }

        if (_facts.Logout?.ProviderRequest is { Response.Status: > 0 } logout) yield return At(null, logout);
    }

    private AwaitedEvent At(string? clientId, HarEntry entry) => new(clientId, entry.StartedAt + _skew - Tolerance);
}

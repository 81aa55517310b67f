using System.Text.Json.Nodes;
using Prober.Evidence;
using Prober.Evidence.Provider.Log;

namespace Prober.Providers.Keycloak;

/// <summary>Reads a realm's user events, which are kept only where the realm saves them.</summary>
internal sealed class KeycloakLogWitness(ManagementApi api, KeycloakPaths paths) : IProviderLogWitness
{
    private const string Name = "the realm's events";
    private const int MostPages = 50;

    public async Task<Captured<ProviderLog>> ReadAsync(LogQuestion question, CancellationToken cancellationToken)
    {
        var settings = await api.GetAsync(paths.EventsConfiguration, "the realm's event settings", cancellationToken);
        if ((settings.Body as JsonObject)?.Flag("eventsEnabled") == false)
            return Captured.Nothing<ProviderLog>("the realm does not save user events (Realm settings, Events, User events settings)");
        return await LogPolling.ReadAsync(question, token => LookAsync(question, token), api.Time, cancellationToken);
    }

    private async Task<LogReading> LookAsync(LogQuestion question, CancellationToken cancellationToken)
    {
        List<ProviderLogEvent> events = [];
        List<string> problems = [];
        for (var page = 0; page < MostPages; page++)
        {
            var answer = await api.GetAsync(paths.Events(question, page * KeycloakPaths.PageSize), Name, cancellationToken);
            if (answer.Problem is { } problem)
            {
                if (page == 0) return new() { Refusal = problem };
                problems.Add(problem);
                break;
            }

            var (found, unread) = LogMapping.Read(answer.Body.Objects(), KeycloakRecords.Event);
            if (unread is not null) problems.Add(unread);
            events.AddRange(found.Where(entry => entry.At >= question.From && entry.At <= question.To));
            // The newest come first: what is older than the window ends the search.
            if (found.Count < KeycloakPaths.PageSize || found[^1].At < question.From) break;
        }

        return new() { Events = events, Problems = problems };
    }
}

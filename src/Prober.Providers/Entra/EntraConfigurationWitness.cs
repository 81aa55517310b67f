using System.Text.Json.Nodes;
using Prober.Evidence;
using Prober.Evidence.Provider.Configuration;

namespace Prober.Providers.Entra;

/// <summary>Reads the journey's service principals, and whether the account is assigned where an assignment is required (AADSTS50105).</summary>
internal sealed class EntraConfigurationWitness(ManagementApi api) : IConfigurationWitness
{
    public async Task<Captured<ProviderConfiguration>> ReadAsync(ConfigurationQuestion question, CancellationToken cancellationToken)
    {
        if (question.ClientIds.Count == 0) return Captured.Nothing<ProviderConfiguration>("the scenario names no clientId whose settings could be read");
        var answers = await Task.WhenAll(question.ClientIds.Select(id => ReadAsync(id, question.Username, cancellationToken)));
        var problems = answers.Select(answer => answer.Problem).OfType<string>().Distinct().ToList();
        return answers.All(answer => answer.Client is null) && problems.Count > 0
            ? Captured.Nothing<ProviderConfiguration>(problems[0])
            : Captured.Of(new ProviderConfiguration { Source = "api", Clients = [.. answers.Select(answer => answer.Client).OfType<ClientSettings>()], Problems = problems });
    }

    private async Task<(ClientSettings? Client, string? Problem)> ReadAsync(string appId, string? username, CancellationToken cancellationToken)
    {
        var answer = await api.GetAsync(EntraPaths.ServicePrincipal(appId), $"the service principal of {appId}", cancellationToken);
        if (answer.Problem is not null || (answer.Body as JsonObject)?["value"].Objects().FirstOrDefault() is not { } json) return (null, answer.Problem);
        try
        {
            var client = EntraRecords.Client(json);
            if (json.Flag("appRoleAssignmentRequired") != true || username is null || json.Text("id") is not { } principal) return (client, null);
            var assignments = await api.GetAsync(EntraPaths.Assignments(username, principal), $"the assignments to {appId}", cancellationToken);
            // An assignment by a group does not show here, so none of the account's own is only a hint.
            return (client with { AccountAssigned = (assignments.Body as JsonObject)?["value"].Objects().Any() == true ? true : null }, assignments.Problem);
        }
        catch (UnexpectedShapeException shape)
        {
            return (null, $"the service principal of {appId} could not be read: {shape.Message}");
        }
    }
}

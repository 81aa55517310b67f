using System.Text.Json.Nodes;
using Prober.Evidence;
using Prober.Evidence.Provider.Configuration;

namespace Prober.Providers.Okta;

/// <summary>Reads the journey's applications, and whether the account is assigned to each.</summary>
internal sealed class OktaConfigurationWitness(ManagementApi api) : IConfigurationWitness
{
    public async Task<Captured<ProviderConfiguration>> ReadAsync(ConfigurationQuestion question, CancellationToken cancellationToken)
    {
        if (question.ClientIds.Count == 0) return Captured.Nothing<ProviderConfiguration>("the scenario names no clientId whose settings could be read");
        var user = question.Username is { } login ? (await api.GetAsync(OktaPaths.User(login), "user records", cancellationToken)).Body as JsonObject : null;
        var answers = await Task.WhenAll(question.ClientIds.Select(id => ReadAsync(id, user?.Text("id"), cancellationToken)));
        var problems = answers.Select(answer => answer.Problem).OfType<string>().Distinct().ToList();
        return answers.All(answer => answer.Client is null) && problems.Count > 0
            ? Captured.Nothing<ProviderConfiguration>(problems[0])
            : Captured.Of(new ProviderConfiguration { Source = "api", Clients = [.. answers.Select(answer => answer.Client).OfType<ClientSettings>()], Problems = problems });
    }

    private async Task<(ClientSettings? Client, string? Problem)> ReadAsync(string clientId, string? userId, CancellationToken cancellationToken)
    {
        var answer = await api.GetAsync(OktaPaths.Application(clientId), $"the application {clientId}", cancellationToken);
        if (answer.Problem is not null || answer.Body is not JsonObject json) return (null, answer.Problem);
        try
        {
            var client = OktaRecords.Application(json);
            if (userId is null) return (client, null);
            var assignment = await api.GetAsync(OktaPaths.Assignment(clientId, userId), $"the assignment to {clientId}", cancellationToken);
            return (client with { AccountAssigned = assignment.Problem is null ? true : assignment.IsMissing ? false : null }, assignment.IsMissing ? null : assignment.Problem);
        }
        catch (UnexpectedShapeException shape)
        {
            return (null, $"the application {clientId} could not be read: {shape.Message}");
        }
    }
}

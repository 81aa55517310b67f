using System.Text.Json.Nodes;
using Prober.Evidence;
using Prober.Evidence.Provider.Configuration;

namespace Prober.Providers.Keycloak;

/// <summary>Reads the realm's session limits, the journey's clients and the identity providers.</summary>
internal sealed class KeycloakConfigurationWitness(ManagementApi api, KeycloakPaths paths) : IConfigurationWitness
{
    public async Task<Captured<ProviderConfiguration>> ReadAsync(ConfigurationQuestion question, CancellationToken cancellationToken)
    {
        var realm = api.GetAsync(paths.Settings, "the realm's settings", cancellationToken);
        var providers = api.GetAsync(paths.IdentityProviders, "the identity providers", cancellationToken);
        var clients = await Task.WhenAll(question.ClientIds.Select(id => api.GetAsync(paths.Client(id), $"the client {id}", cancellationToken)));
        var answers = (ApiAnswer[])[await realm, await providers, .. clients];
        var problems = answers.Select(answer => answer.Problem).OfType<string>().Distinct().ToList();
        if (answers.All(answer => answer.Problem is not null)) return Captured.Nothing<ProviderConfiguration>(problems[0]);
        try
        {
            return Captured.Of(new ProviderConfiguration
            {
                Source = "api",
                Session = (await realm).Body is JsonObject json && (await realm).Problem is null ? KeycloakSettings.Session(json) : null,
                Clients = [.. clients.Where(answer => answer.Problem is null).SelectMany(answer => answer.Body.Objects()).Select(KeycloakSettings.Client)],
                Connections = [.. (await providers).Problem is null ? (await providers).Body.Objects().Select(KeycloakSettings.IdentityProvider) : []],
                Problems = problems,
            });
        }
        catch (UnexpectedShapeException shape)
        {
            return Captured.Nothing<ProviderConfiguration>($"the realm's settings could not be read: {shape.Message}");
        }
    }
}

using System.Text.Json.Nodes;
using Prober.Evidence;
using Prober.Evidence.Provider.Configuration;

namespace Prober.Providers.Auth0;

/// <summary>
/// Reads how the tenant is set up. Each part needs a scope of its own (<c>read:clients</c>, <c>read:connections</c>,
/// <c>read:tenant_settings</c>, <c>read:actions</c>, <c>read:rules</c>, <c>read:branding</c>, <c>read:organizations</c>), and a missing one costs only that part.
/// </summary>
internal sealed class Auth0ConfigurationWitness(ManagementApi api) : IConfigurationWitness
{
    public async Task<Captured<ProviderConfiguration>> ReadAsync(ConfigurationQuestion question, CancellationToken cancellationToken)
    {
        var clients = Task.WhenAll(question.ClientIds.Select(id => new Auth0ClientReading(api).ReadAsync(id, cancellationToken)));
        var organizations = Task.WhenAll(question.Organizations.Select(id => new Auth0OrganizationReading(api).ReadAsync(id, cancellationToken)));
        var tenant = api.GetAsync(Auth0Paths.TenantSettings, "the tenant's settings", cancellationToken);
        var pipeline = new Auth0PipelineReading(api).ReadAsync(cancellationToken);
        var template = api.GetAsync(Auth0Paths.LoginTemplate, "the login page's template", cancellationToken);

        var found = await clients;
        var connections = await new Auth0ConnectionReading(api).ReadAsync(question, [.. found], cancellationToken);
        var settings = (await tenant).Body as JsonObject;
        var (steps, pipelineProblems) = await pipeline;
        string?[] problems =
        [
            .. found.SelectMany(client => client.Problems), .. connections.Problems, (await tenant).Problem, .. pipelineProblems,
            Template(await template).Problem, .. (await organizations).Select(organization => organization.Problem),
        ];
        var configuration = new ProviderConfiguration
        {
            Source = "api",
            Clients = [.. connections.Clients],
            Connections = connections.Connections,
            Organizations = [.. (await organizations).Select(organization => organization.Organization).OfType<OrganizationSettings>()],
            Session = (await tenant).Problem is null && settings is not null ? Auth0Settings.Session(settings) : null,
            AllowedLogoutUrls = (await tenant).Problem is null && settings is not null ? settings.Texts("allowed_logout_urls") ?? [] : null,
            Pipeline = steps,
            CustomLoginTemplate = Template(await template).Custom,
            Problems = [.. problems.OfType<string>().Distinct()],
        };
        return IsEmpty(configuration) && configuration.Problems is [var first, ..] ? Captured.Nothing<ProviderConfiguration>(first) : Captured.Of(configuration);
    }

    // 404 is the answer of a tenant without a template of its own; 402 and 403 come from plans and tenants that cannot have one.
    private static (bool? Custom, string? Problem) Template(ApiAnswer answer) => answer switch
    {
        { Problem: null } => (answer.Body is not null, null),
        { Status: 404 or 402 } => (false, null),
        _ => (null, answer.Problem),
    };

    private static bool IsEmpty(ProviderConfiguration configuration) =>
        configuration is { Clients.Count: 0, Connections.Count: 0, Session: null, Pipeline: null, CustomLoginTemplate: null };
}

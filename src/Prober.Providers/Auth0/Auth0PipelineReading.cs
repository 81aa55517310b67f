using System.Text.Json.Nodes;
using Prober.Evidence.Provider.Configuration;

namespace Prober.Providers.Auth0;

/// <summary>Reads the tenant's own code in a login: actions bound to post-login, and rules of older tenants.</summary>
internal sealed class Auth0PipelineReading(ManagementApi api)
{
    /// <summary>The steps are null when neither could be read.</summary>
    public async Task<(IReadOnlyList<PipelineStep>? Steps, IReadOnlyList<string> Problems)> ReadAsync(CancellationToken cancellationToken)
    {
        var answers = await Task.WhenAll(
            api.GetAsync(Auth0Paths.PostLoginBindings, "the actions bound to post-login", cancellationToken),
            api.GetAsync(Auth0Paths.Rules, "the rules", cancellationToken));
        var (bindings, rules) = (answers[0], answers[1]);
        // Newer tenants have no rules, and their API says so with 403 or 404.
        var problems = new[] { bindings.Problem, rules.Status is 404 || (rules.Status is 403 && bindings.Problem is null) ? null : rules.Problem }.OfType<string>().ToList();
        if (bindings.Problem is not null && rules.Problem is not null) return (null, problems);
        return (
            [
                .. (bindings.Body as JsonObject)?["bindings"].Objects().Select(Auth0Settings.Binding) ?? [],
                .. rules.Problem is null ? (rules.Body is JsonObject json ? json["rules"] : rules.Body).Objects().Select(Auth0Settings.Rule) : [],
            ],
            problems);
    }
}

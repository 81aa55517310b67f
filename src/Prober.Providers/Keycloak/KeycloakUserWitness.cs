using System.Text.Json.Nodes;
using Prober.Evidence;
using Prober.Evidence.Provider.Users;

namespace Prober.Providers.Keycloak;

/// <summary>Reads users by subject, by address and by name, each exactly, and where each comes from.</summary>
internal sealed class KeycloakUserWitness(ManagementApi api, KeycloakPaths paths) : IUserRecordWitness
{
    private const string Name = "user records";

    public async Task<Captured<UserRecords>> ReadAsync(UserQuestion question, CancellationToken cancellationToken)
    {
        string[] questions =
        [
            paths.Users("username", question.Username),
            .. question.Username.Contains('@') ? (string[])[paths.Users("email", question.Username)] : [],
            .. question.Subject is { } subject ? (string[])[paths.User(subject)] : [],
        ];
        var answers = await Task.WhenAll(questions.Select(path => api.GetAsync(path, Name, cancellationToken)));
        var identities = await IdentitiesAsync(answers, cancellationToken);
        return UserAnswers.Read(answers, json => KeycloakRecords.User(json, identities.GetValueOrDefault(json.Text("id") ?? "") ?? []), UsersOf, api.Time.GetUtcNow());
    }

    private async Task<Dictionary<string, IReadOnlyList<JsonObject>>> IdentitiesAsync(IEnumerable<ApiAnswer> answers, CancellationToken cancellationToken)
    {
        var ids = answers.Where(answer => answer is { Problem: null, Body: not null }).SelectMany(answer => UsersOf(answer.Body!)).Select(user => user.Text("id")).OfType<string>().Distinct();
        var found = await Task.WhenAll(ids.Select(async id => (Id: id, Answer: await api.GetAsync(paths.FederatedIdentity(id), "federated identities", cancellationToken))));
        return found.ToDictionary(each => each.Id, each => (IReadOnlyList<JsonObject>)[.. each.Answer.Body.Objects()]);
    }

    private static IEnumerable<JsonObject> UsersOf(JsonNode body) => body is JsonObject user ? [user] : body.Objects();
}

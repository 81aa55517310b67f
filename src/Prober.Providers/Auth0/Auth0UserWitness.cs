using System.Text.Json.Nodes;
using Prober.Evidence;
using Prober.Evidence.Provider.Users;

namespace Prober.Providers.Auth0;

/// <summary>Reads user records (scope <c>read:users</c>): by the token's subject, which is exact, and by address or name, which shows unlinked twins.</summary>
internal sealed class Auth0UserWitness(ManagementApi api) : IUserRecordWitness
{
    private const string Name = "user records";

    public async Task<Captured<UserRecords>> ReadAsync(UserQuestion question, CancellationToken cancellationToken)
    {
        // Auth0 stores addresses in lower case and compares them by letter.
        var search = question.Username.Contains('@') ? Auth0Paths.UsersByEmail(question.Username.ToLowerInvariant()) : Auth0Paths.UsersByName(question.Username);
        ApiAnswer[] answers = await Task.WhenAll(
        [
            api.GetAsync(search, Name, cancellationToken),
            .. question.Subject is { } subject ? (Task<ApiAnswer>[])[api.GetAsync(Auth0Paths.User(subject), Name, cancellationToken)] : [],
        ]);
        return UserAnswers.Read(answers, Auth0User.Read, UsersOf, api.Time.GetUtcNow());
    }

    private static IEnumerable<JsonObject> UsersOf(JsonNode body) => body is JsonObject user ? user.ContainsKey("users") ? user["users"].Objects() : [user] : body.Objects();
}

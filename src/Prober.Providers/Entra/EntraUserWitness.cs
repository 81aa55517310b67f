using System.Text.Json.Nodes;
using Prober.Evidence;
using Prober.Evidence.Provider.Users;

namespace Prober.Providers.Entra;

/// <summary>Reads the user by user principal name. A token's <c>sub</c> is pairwise here and names nobody in the directory.</summary>
internal sealed class EntraUserWitness(ManagementApi api) : IUserRecordWitness
{
    public async Task<Captured<UserRecords>> ReadAsync(UserQuestion question, CancellationToken cancellationToken) => UserAnswers.Read(
        [await api.GetAsync(EntraPaths.User(question.Username), "user records", cancellationToken)],
        EntraRecords.User,
        body => body is JsonObject user ? [user] : [],
        api.Time.GetUtcNow());
}

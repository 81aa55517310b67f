using System.Text.Json.Nodes;
using Prober.Evidence;
using Prober.Evidence.Provider.Users;

namespace Prober.Providers.Okta;

/// <summary>Reads the user by login, and by the token's subject where there is one.</summary>
internal sealed class OktaUserWitness(ManagementApi api) : IUserRecordWitness
{
    public async Task<Captured<UserRecords>> ReadAsync(UserQuestion question, CancellationToken cancellationToken)
    {
        var answers = await Task.WhenAll(new[] { question.Username, question.Subject }.OfType<string>().Distinct()
            .Select(id => api.GetAsync(OktaPaths.User(id), "user records", cancellationToken)));
        return UserAnswers.Read(answers, OktaRecords.User, body => body is JsonObject user ? [user] : body.Objects(), api.Time.GetUtcNow());
    }
}

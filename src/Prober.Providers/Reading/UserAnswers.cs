using System.Text.Json.Nodes;
using Prober.Evidence;
using Prober.Evidence.Provider.Users;

namespace Prober.Providers;

/// <summary>Puts together what several questions for one account brought.</summary>
internal static class UserAnswers
{
    /// <summary>Nothing only when no question was answered; "there is none" is an answer.</summary>
    public static Captured<UserRecords> Read(
        IReadOnlyCollection<ApiAnswer> answers, Func<JsonObject, UserRecord> map, Func<JsonNode, IEnumerable<JsonObject>> usersOf, DateTimeOffset now)
    {
        var problems = answers.Where(answer => !answer.IsMissing).Select(answer => answer.Problem).OfType<string>().Distinct().ToList();
        if (problems.Count > 0 && answers.All(answer => answer.Problem is not null && !answer.IsMissing)) return Captured.Nothing<UserRecords>(problems[0]);
        List<UserRecord> records = [];
        foreach (var json in answers.Where(answer => answer.Problem is null).SelectMany(answer => answer.Body is { } body ? usersOf(body) : []))
        {
            try
            {
                records.Add(map(json));
            }
            catch (UnexpectedShapeException shape)
            {
                problems.Add($"a user record could not be read: {shape.Message}");
            }
        }

        return Captured.Of(new UserRecords { Source = "api", ReadAt = now, Records = [.. records.DistinctBy(record => record.Id)], Problems = problems });
    }
}

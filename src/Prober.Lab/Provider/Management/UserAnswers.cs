using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Prober.Lab.Provider.Management;

/// <summary>The directory as <c>GET /api/v2/users…</c> gives it.</summary>
internal sealed partial class UserAnswers(Tenant tenant)
{
    /// <summary>Addresses are compared by letter, as Auth0 does.</summary>
    public ManagementAnswer ByEmail(ManagementRequest request) =>
        ManagementAnswer.Of(All().Where(user => (string?)user["email"] == request.Text("email")));

    public ManagementAnswer Search(ManagementRequest request)
    {
        var name = Name().Match(request.Text("q"));
        return name.Success
            ? ManagementAnswer.Of(request.OnPage(All().Where(user => (string?)user["username"] == name.Groups[1].Value)))
            : ManagementAnswer.Of(new ManagementFailure(400, "Query syntax error", "invalid_query_string"));
    }

    public ManagementAnswer One(ManagementRequest request) => All().FirstOrDefault(user => (string?)user["user_id"] == request.Route["id"]) is { } user
        ? ManagementAnswer.Ok(user)
        : ManagementAnswer.NotFound("The user does not exist.", "inexistent_user");

    private IReadOnlyList<JsonObject> All() => tenant.Fault.AlterUserRecords([.. tenant.Users.All.Select(Write)]);

    private JsonObject Write(LabUser user)
    {
        var logins = tenant.Log.Events.Where(entry => entry.Type == "s" && entry.Username == user.Username).ToList();
        var made = tenant.Clock.GetUtcNow().AddDays(-400);
        var local = user.Subject[(user.Subject.IndexOf('|') + 1)..];
        var json = new JsonObject
        {
            ["user_id"] = user.Subject,
            ["email"] = user.Email,
            ["email_verified"] = user.Email is not null,
            ["name"] = user.Name,
            ["nickname"] = local,
            ["identities"] = new JsonArray(new JsonObject
            {
                ["connection"] = logins.LastOrDefault()?.Connection ?? Tenant.DatabaseConnection,
                ["provider"] = user.Subject[..user.Subject.IndexOf('|')],
                ["user_id"] = local,
                ["isSocial"] = false,
            }),
            ["user_metadata"] = new JsonObject(),
            ["app_metadata"] = new JsonObject { ["groups"] = new JsonArray([.. user.Groups.Select(group => JsonValue.Create(group))]) },
            ["created_at"] = made.ToString("O"),
            ["updated_at"] = (logins.LastOrDefault()?.Date ?? made).ToString("O"),
            ["logins_count"] = 41 + logins.Count,
            ["last_ip"] = "127.0.0.1",
        };
        if (logins is [.., var last]) json["last_login"] = last.Date.ToString("O");
        if (user.Email is null) json.Remove("email");
        if (user.Name is null) json.Remove("name");
        return json;
    }

    [GeneratedRegex("""^username:"([^"]*)"$""", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}

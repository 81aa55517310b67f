using System.Globalization;

namespace Prober.Providers.Entra;

/// <summary>Addresses of Microsoft Graph.</summary>
internal static class EntraPaths
{
    private const string UserFields = "id,accountEnabled,createdDateTime,lastPasswordChangeDateTime,userPrincipalName,mail,displayName,givenName,surname,department,jobTitle,companyName,userType,creationType,identities";

    public static string SignIns(LogQuestion question)
    {
        var window = string.Create(
            CultureInfo.InvariantCulture,
            $"createdDateTime ge {question.From.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'} and createdDateTime le {question.To.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}");
        var person = question.Username is { Length: > 0 } name ? $" and userPrincipalName eq '{Quote(name.ToLowerInvariant())}'" : "";
        return $"/v1.0/auditLogs/signIns?$filter={Uri.EscapeDataString(window + person)}&$top=100";
    }

    public static string User(string idOrName) => $"/v1.0/users/{Uri.EscapeDataString(idOrName)}?$select={UserFields}";

    public static string ServicePrincipal(string appId) =>
        $"/v1.0/servicePrincipals?$filter={Uri.EscapeDataString($"appId eq '{Quote(appId)}'")}&$select=id,appId,displayName,accountEnabled,appRoleAssignmentRequired,replyUrls,logoutUrl";

    public static string Assignments(string userName, string principalId) =>
        $"/v1.0/users/{Uri.EscapeDataString(userName)}/appRoleAssignments?$filter={Uri.EscapeDataString($"resourceId eq {principalId}")}";

    private static string Quote(string text) => text.Replace("'", "''", StringComparison.Ordinal);
}

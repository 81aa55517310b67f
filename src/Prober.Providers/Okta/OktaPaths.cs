using System.Globalization;

namespace Prober.Providers.Okta;

/// <summary>Addresses of Okta's management API.</summary>
internal static class OktaPaths
{
    public static string Logs(LogQuestion question) => string.Create(
        CultureInfo.InvariantCulture,
        $"/api/v1/logs?since={question.From.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss.fff'Z'}&until={question.To.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss.fff'Z'}&sortOrder=ASCENDING&limit=100");

    public static string User(string idOrLogin) => $"/api/v1/users/{Uri.EscapeDataString(idOrLogin)}";

    public static string Application(string clientId) => $"/api/v1/apps/{Uri.EscapeDataString(clientId)}";

    public static string Assignment(string clientId, string userId) => $"{Application(clientId)}/users/{Uri.EscapeDataString(userId)}";
}

using System.Globalization;

namespace Prober.Providers.Auth0;

/// <summary>Writes a search in Lucene's words, as Auth0's log search takes it.</summary>
internal static class Auth0Query
{
    /// <summary>The events of a window that concern the journey's applications or the account; all of them when neither is known.</summary>
    public static string Of(LogQuestion question)
    {
        var window = $"date:[{Moment(question.From)} TO {Moment(question.To)}]";
        string[] concerned =
        [
            .. question.ClientIds.Count == 0 ? (string[])[] : [$"client_id:({string.Join(" OR ", question.ClientIds.Select(id => $"\"{Quote(id)}\""))})"],
            .. question is { Username: { Length: > 0 } name, ClientIds.Count: > 0 } ? (string[])[$"user_name:\"{Quote(name)}\""] : [],
        ];
        return concerned.Length == 0 ? window : $"{window} AND ({string.Join(" OR ", concerned)})";
    }

    public static string Quote(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);

    private static string Moment(DateTimeOffset moment) => moment.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}

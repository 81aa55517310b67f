using System.Globalization;
using System.Text.RegularExpressions;

namespace Prober.Lab.Provider.Management;

/// <summary>The part of Lucene's query language that a log search uses here: a window of <c>date</c>, and <c>client_id</c> or <c>user_name</c>.</summary>
internal sealed partial record LogSearch(DateTimeOffset From, DateTimeOffset To, IReadOnlyList<string> ClientIds, IReadOnlyList<string> Usernames)
{
    /// <summary>Null for a query with anything else in it.</summary>
    public static LogSearch? Parse(string query)
    {
        var window = Window().Match(query);
        var rest = Window().Replace(query, "");
        var (clients, users) = (Clients().Match(rest), Users().Match(rest));
        if (Leftover().IsMatch(Users().Replace(Clients().Replace(rest, ""), ""))) return null;
        return new(
            window.Success ? Moment(window, "from") : DateTimeOffset.MinValue,
            window.Success ? Moment(window, "to") : DateTimeOffset.MaxValue,
            Values(clients),
            Values(users));
    }

    public bool Fits(ProviderEvent entry) =>
        entry.Date >= From && entry.Date <= To
        && ((ClientIds.Count == 0 && Usernames.Count == 0) || ClientIds.Contains(entry.ClientId ?? "") || Usernames.Contains(entry.Username ?? "", StringComparer.OrdinalIgnoreCase));

    private static IReadOnlyList<string> Values(Match match) => [.. Quoted().Matches(match.Groups["values"].Value).Select(value => value.Groups[1].Value)];

    private static DateTimeOffset Moment(Match match, string name) => DateTimeOffset.Parse(match.Groups[name].Value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    [GeneratedRegex(@"date:\[(?<from>[\d\-T:.Z]+) TO (?<to>[\d\-T:.Z]+)\]", RegexOptions.CultureInvariant)]
    private static partial Regex Window();

    [GeneratedRegex(@"client_id:\((?<values>[^)]*)\)", RegexOptions.CultureInvariant)]
    private static partial Regex Clients();

    [GeneratedRegex(@"user_name:(?<values>""[^""]*"")", RegexOptions.CultureInvariant)]
    private static partial Regex Users();

    [GeneratedRegex("\"([^\"]*)\"", RegexOptions.CultureInvariant)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"[a-z]", RegexOptions.CultureInvariant)]
    private static partial Regex Leftover();
}

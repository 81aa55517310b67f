using System.Text.RegularExpressions;
using Prober.Checklist.Facts;

namespace Prober.Checklist.Checks.AppLogs;

/// <summary>One kind of log line that tells of a refused login, and what it means.</summary>
internal sealed record AppLogPattern(string Library, string Pattern, string Meaning)
{
    private Regex? _expression;

    public bool Matches(string text) =>
        (_expression ??= new Regex(Pattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1))).IsMatch(text);
}

/// <summary>Log lines of the usual libraries (<c>Data/app-log-patterns.json</c>); the first that fits explains the line.</summary>
internal static class AppLogPatterns
{
    private static readonly Lazy<List<AppLogPattern>> Table = new(() => EmbeddedData.Read<List<AppLogPattern>>("app-log-patterns.json"));

    public static IReadOnlyList<AppLogPattern> All => Table.Value;

    public static AppLogPattern? Explain(string text) => Table.Value.FirstOrDefault(pattern => pattern.Matches(text));
}

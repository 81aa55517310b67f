using Prober.Checklist.Facts.Pages;

namespace Prober.Checklist.Facts.Witnesses;

/// <summary>One kind of line that servers of identity providers and directories write, and what it means (<c>Data/server-log-patterns.json</c>).</summary>
/// <param name="Check">The check whose question the line answers; null when it only repeats that something failed.</param>
/// <param name="Family">The family of credential errors it stands for.</param>
internal sealed record ServerLogPattern(string Software, TextPattern Pattern, string Meaning, string? Check = null, string? Family = null)
{
    private static readonly Lazy<IReadOnlyList<ServerLogPattern>> Table =
        new(() => EmbeddedData.Read<List<ServerLogPattern>>("server-log-patterns.json"));

    /// <summary>The first that fits explains the line.</summary>
    public static ServerLogPattern? Explain(string text) => Table.Value.FirstOrDefault(row => row.Pattern.Matches(text));
}

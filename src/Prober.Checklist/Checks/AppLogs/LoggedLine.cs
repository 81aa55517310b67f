using Prober.Evidence.Session;

namespace Prober.Checklist.Checks.AppLogs;

/// <summary>A log line with where it stands.</summary>
internal sealed record LoggedLine(ApplicationLog Log, int Index, LogLine Line)
{
    private const int Longest = 300;

    /// <summary>The first line of the text in quotes; a stack trace follows it and says no more.</summary>
    public string Quote => $"“{Cut(Line.Text.Split('\n', 2)[0].Trim(), 200)}”.";

    public EvidencePointer Pointer => EvidencePointer.Log(Index, Log.Source, Cut(Line.Text, Longest));

    private static string Cut(string text, int length) => text.Length <= length ? text : $"{text[..(length - 1)]}…";
}

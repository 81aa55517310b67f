using System.Text.RegularExpressions;
using Prober.Evidence.Session;

namespace Prober.Checklist.Checks.AppLogs;

/// <summary>A log line with where it stands.</summary>
internal sealed partial record LoggedLine(ApplicationLog Log, int Index, LogLine Line)
{
    private const int Longest = 300;

    /// <summary>The first line of the text in quotes, and the exception where that does not name it; a stack trace says no more.</summary>
    public string Quote => NamesException && !Head.Contains(Cause, StringComparison.Ordinal) ? $"“{Head}”, “{Cause}”." : $"“{Head}”.";

    /// <summary>
    /// What the line says of its cause: the innermost exception that it names, which stands last and where a quote from the beginning does
    /// not reach; else the first line of the text.
    /// </summary>
    public string Cause => ExceptionName().Matches(Line.Text) is [.., var name]
        ? Cut(Line.Text[name.Index..].Split('\n', 2)[0].Trim(), 200)
        : Head;

    private string Head => Cut(Line.Text.Split('\n', 2)[0].Trim(), 200);

    public bool NamesException => ExceptionName().IsMatch(Line.Text);

    public EvidencePointer Pointer => EvidencePointer.Log(Index, Log.Source, Cut(Line.Text, Longest));

    /// <summary><c>System.InvalidOperationException: …</c>, <c>TypeError: …</c>; not the level "Error:".</summary>
    [GeneratedRegex(@"(?<![\w.$])(?:[\w$]+\.)*[\w$]+(?:Exception|Error)(?=: )", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ExceptionName();

    private static string Cut(string text, int length) => text.Length <= length ? text : $"{text[..(length - 1)]}…";
}

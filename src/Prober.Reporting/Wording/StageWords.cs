using Prober.Checklist;

namespace Prober.Reporting.Wording;

/// <summary>The headings of the checklist as a person asks them; the texts are data (<c>Data/stages.json</c>).</summary>
internal static class StageWords
{
    private static readonly Dictionary<string, Entry> Entries =
        EmbeddedData.List<Entry>("stages.json").ToDictionary(entry => entry.Stage, StringComparer.Ordinal);

    /// <summary>The question that heads the stage.</summary>
    public static string Heading(Stage stage) => Entries[Term.Of(stage)].Heading;

    /// <summary>The same in a word or two, for tables of contents.</summary>
    public static string Title(Stage stage) => Entries[Term.Of(stage)].Title;

    private sealed record Entry(string Stage, string Title, string Heading);
}

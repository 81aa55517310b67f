using Prober.Checklist;

namespace Prober.Reporting.Wording;

/// <summary>Whose fault it is, in words; the texts are data (<c>Data/faults.json</c>).</summary>
internal static class FaultWords
{
    private static readonly Dictionary<string, Entry> Entries =
        EmbeddedData.List<Entry>("faults.json").ToDictionary(entry => entry.Fault, StringComparer.Ordinal);

    /// <summary>For instance "the identity provider".</summary>
    public static string Name(FaultOwner fault) => Entries[Term.Of(fault)].Name;

    /// <summary>Who has to act, as a sentence.</summary>
    public static string Act(FaultOwner fault) => Entries[Term.Of(fault)].Act;

    private sealed record Entry(string Fault, string Name, string Act);
}

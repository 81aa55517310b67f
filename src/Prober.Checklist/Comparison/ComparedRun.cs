using System.Text.RegularExpressions;
using Prober.Checklist.Reports;
using Prober.Evidence;
using Prober.Evidence.Har;
using Prober.Evidence.Redaction;

namespace Prober.Checklist.Comparison;

/// <summary>One of two runs, with its hosts called by what they are: another port or a staging host is no difference.</summary>
internal sealed partial record ComparedRun(Report Report, IReadOnlyList<HarEntry> Entries)
{
    public static ComparedRun Of(EvidenceBundle evidence) => new(ChecklistRunner.Run(evidence), evidence.Traffic.Value?.Entries ?? []);

    public HarEntry EntryOf(Hop hop) => Entries[hop.Entry];

    public string NameOf(Hop hop) => Participant(hop)?.Name ?? hop.To;

    /// <summary>Which step it is, whatever came of it: who is asked, how, and for which path.</summary>
    public string StepOf(Hop hop)
    {
        var request = EntryOf(hop).Request;
        // The provider is asked for several applications: whom for is part of the step.
        return $"{Role(hop)} {hop.Method} {Masked(request.Uri?.AbsolutePath ?? "")} {QueryString.OfUrl(request.Url)["client_id"]}";
    }

    /// <summary>A text with this run's hosts replaced by the names of the parties.</summary>
    public string Named(string text)
    {
        foreach (var party in Report.Participants.Where(party => party.Host is { Length: > 0 })) text = text.Replace(party.Host!, party.Name, StringComparison.OrdinalIgnoreCase);
        return text;
    }

    // Applications are told apart by name; of the others there is one of a kind.
    private string Role(Hop hop) => Participant(hop) is not { } party ? "?" : party.Kind is ParticipantKind.Application or ParticipantKind.Other ? party.Name : $"{party.Kind}";

    private Participant? Participant(Hop hop) => Report.Participants.FirstOrDefault(party => party.Id == hop.To);

    // Ids in paths are another with every login.
    private static string Masked(string path) => string.Join('/', path.Split('/').Select(segment => Fingerprint.IsFingerprint(segment) || Id().IsMatch(segment) ? "*" : segment));

    [GeneratedRegex(@"^(?=.*\d)[A-Za-z0-9_-]{20,}$|^\d+$|^[0-9a-fA-F-]{32,}$")]
    private static partial Regex Id();
}

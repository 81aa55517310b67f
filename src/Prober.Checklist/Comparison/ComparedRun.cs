using Prober.Checklist.Reports;
using Prober.Evidence;
using Prober.Evidence.Har;

namespace Prober.Checklist.Comparison;

/// <summary>One of two runs, with its hosts called by what they are: another port or a staging host is no difference.</summary>
/// <param name="Report">What the checklist says of it.</param>
/// <param name="Entries">Its traffic.</param>
/// <param name="HasCookies">False when the export took them out: a cookie that is not in the file is then no difference.</param>
internal sealed record ComparedRun(Report Report, IReadOnlyList<HarEntry> Entries, bool HasCookies)
{
    // Chrome and Edge take them out of every export that is not asked for "with sensitive data".
    private const string ExporterThatStrips = "WebInspector";

    public static ComparedRun Of(EvidenceBundle evidence)
    {
        var (report, traffic) = (ChecklistRunner.Run(evidence), evidence.Traffic.Value);
        var stripped = report.Quality.Any(flag => flag.Id == "cookies-stripped")
            || (traffic is { Creator: ExporterThatStrips } && !traffic.Entries.Any(entry => entry.Request.Headers["cookie"] is not null || entry.Response.Headers["set-cookie"] is not null));
        return new(report, traffic?.Entries ?? [], !stripped);
    }

    public HarEntry EntryOf(Hop hop) => Entries[hop.Entry];

    public string NameOf(Hop hop) => Participant(hop)?.Name ?? hop.To;

    /// <summary>Which step it is, whatever came of it: who is asked, how, and for which path.</summary>
    public string StepOf(Hop hop)
    {
        var request = EntryOf(hop).Request;
        // The provider is asked for several applications: whom for is part of the step.
        return $"{Role(hop)} {hop.Method} {MaskedValues.WithoutIds(request.Uri?.AbsolutePath ?? "")} {QueryString.OfUrl(request.Url)["client_id"]}";
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
}

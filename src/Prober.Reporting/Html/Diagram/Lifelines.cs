using Prober.Checklist.Reports;
using Prober.Reporting.Wording;

namespace Prober.Reporting.Html.Diagram;

/// <summary>Who gets a line of their own: everybody who was asked something; a crowd of other hosts shares one.</summary>
internal sealed class Lifelines
{
    private const int NameLength = 22;
    private const int MostOthers = 2;
    private const string Crowd = "\0others";

    private readonly int _column;
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);

    public Lifelines(Report report)
    {
        var asked = report.Hops.Select(hop => hop.To).ToHashSet(StringComparer.Ordinal);
        var others = report.Participants.Where(p => p.Kind == ParticipantKind.Other && asked.Contains(p.Id)).ToList();
        var crowded = others.Count > MostOthers;
        var columns = report.Participants.Count(p => p.Kind != ParticipantKind.Browser && asked.Contains(p.Id)) - (crowded ? others.Count - 1 : 0);
        _column = ColumnFor(columns);
        var all = new List<Lifeline> { Place(report.Participants.FirstOrDefault(p => p.Kind == ParticipantKind.Browser), Geometry.BrowserX) };
        foreach (var participant in report.Participants.Where(p => p.Kind != ParticipantKind.Browser && asked.Contains(p.Id)))
        {
            if (participant.Kind != ParticipantKind.Other || !crowded)
                all.Add(Place(participant, NextX(all.Count)));
        }

        if (crowded || !asked.All(_places.ContainsKey))
            all.Add(PlaceCrowd(asked, NextX(all.Count)));
        All = all;
    }

    public IReadOnlyList<Lifeline> All { get; }

    public int XOf(string participant) => _places[participant];

    private int NextX(int count) => Geometry.BrowserX + Geometry.FirstColumn + ((count - 1) * _column);

    private static int ColumnFor(int columns)
    {
        var room = Geometry.PageWidth - Geometry.BrowserX - Geometry.FirstColumn - Geometry.RightMargin;
        return Math.Clamp(room / Math.Max(1, columns - 1), Geometry.NarrowColumn, Geometry.WideColumn);
    }

    private Lifeline Place(Participant? participant, int x)
    {
        if (participant is null)
            return new Lifeline("browser", "Browser", "", "", x);

        _places[participant.Id] = x;
        return new Lifeline(participant.Id, Printable.Line(participant.Name, NameLength), KindOf(participant.Kind), Printable.Line(participant.Host, NameLength), x);
    }

    private Lifeline PlaceCrowd(IEnumerable<string> asked, int x)
    {
        foreach (var id in asked)
            _places.TryAdd(id, x);
        return new Lifeline(Crowd, "other hosts", "", "", x);
    }

    private static string KindOf(ParticipantKind kind) => kind switch
    {
        ParticipantKind.Application => "application",
        ParticipantKind.IdentityProvider => "identity provider",
        ParticipantKind.Upstream => "upstream",
        ParticipantKind.Other => "other",
        _ => "",
    };
}

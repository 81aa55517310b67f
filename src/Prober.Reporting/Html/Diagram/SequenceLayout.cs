using Prober.Checklist.Reports;
using Prober.Evidence.Session;
using Prober.Reporting.Wording;

namespace Prober.Reporting.Html.Diagram;

/// <summary>Computes the sequence diagram: phases as bands, loops folded, left-out requests said, a bound on its length.</summary>
internal sealed class SequenceLayout
{
    private const int FewestLeftOut = 4;

    private readonly ReportIndex _index;
    private readonly Lifelines _lifelines;
    private readonly HashSet<int> _shown;
    private readonly List<Band> _bands = [];
    private readonly List<Arrow> _arrows = [];
    private readonly List<LoopFrame> _loops = [];
    private readonly List<Gap> _gaps = [];
    private int _y = Geometry.HeaderHeight;
    private int _hidden;
    private Hop? _previous;

    private SequenceLayout(ReportIndex index)
    {
        _index = index;
        _lifelines = new Lifelines(index.Report);
        _shown = RowBudget.Choose(index.Report.Hops);
    }

    public static SequencePicture Of(ReportIndex index)
    {
        var layout = new SequenceLayout(index);
        foreach (var phase in InPhases(index.Report.Hops))
            layout.AddBand(phase);

        var width = layout._lifelines.All[^1].X + Geometry.RightMargin;
        return new SequencePicture(width, layout._y + Geometry.BandGap, layout._lifelines.All, layout._bands, layout._arrows, layout._loops, layout._gaps);
    }

    /// <summary>Hops grouped as long as the phase stays the same.</summary>
    public static IEnumerable<IReadOnlyList<Hop>> InPhases(IReadOnlyList<Hop> hops)
    {
        for (var start = 0; start < hops.Count;)
        {
            PhaseName? phase = hops[start].Phase;
            var end = start;
            while (end < hops.Count && hops[end].Phase == phase)
                end++;
            yield return [.. hops.Skip(start).Take(end - start)];
            start = end;
        }
    }

    private void AddBand(IReadOnlyList<Hop> hops)
    {
        var top = _y;
        _y += Geometry.BandTitle;
        foreach (var stretch in LoopFolding.Fold(hops))
            AddStretch(stretch);
        AddHidden();
        _bands.Add(new Band(PhaseWords.Of(hops[0].Phase), top, _y - top));
        _y += Geometry.BandGap;
    }

    private void AddStretch(Stretch stretch)
    {
        if (stretch.Times > 1 && stretch.Drawn.Any(hop => _shown.Contains(hop.Entry)))
            AddLoop(stretch);
        else
            AddHops(stretch.Drawn);
        _previous = stretch.Last;
    }

    private void AddLoop(Stretch stretch)
    {
        AddHidden();
        AddLeftOut(stretch.First);
        var top = _y;
        _y += Geometry.LoopTitle;
        _previous = null;
        AddHops(stretch.Drawn);
        _y += Geometry.LoopPadding;
        _loops.Add(new LoopFrame(top, _y - top, stretch.Times));
        _y += Geometry.LoopPadding;
    }

    private void AddHops(IEnumerable<Hop> hops)
    {
        foreach (var hop in hops)
            AddHop(hop);
    }

    private void AddHop(Hop hop)
    {
        if (!_shown.Contains(hop.Entry))
        {
            _hidden++;
            _previous = hop;
            return;
        }

        AddHidden();
        AddLeftOut(hop);
        var height = hop.RedirectsTo is null ? Geometry.Row : Geometry.RedirectRow;
        _arrows.Add(new Arrow(hop, _y, height, Geometry.BrowserX, _lifelines.XOf(hop.To), _index.MarkOf(hop)));
        _y += height;
        _previous = hop;
    }

    private void AddLeftOut(Hop hop)
    {
        var leftOut = _previous is null ? 0 : hop.Entry - _previous.Entry - 1;
        if (leftOut >= FewestLeftOut)
            AddGap($"⋮ {leftOut} other requests of the pages left out");
    }

    private void AddHidden()
    {
        if (_hidden > 0)
            AddGap($"⋮ {_hidden} hops not drawn");
        _hidden = 0;
    }

    private void AddGap(string text)
    {
        _gaps.Add(new Gap(_y, text));
        _y += Geometry.GapRow;
    }
}

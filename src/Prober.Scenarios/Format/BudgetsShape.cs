using Prober.Scenarios.Reading;
using Prober.Scenarios.Reading.Shapes;

namespace Prober.Scenarios.Format;

/// <summary><c>budgets: { action: 10s, phase: 30s, run: 2m }</c>, each under the next.</summary>
internal sealed class BudgetsShape : ObjectShape<Budgets>
{
    private static readonly Budgets Defaults = new();

    private readonly Key<TimeSpan> _action, _phase, _run;

    public BudgetsShape() : base("the keys action, phase and run")
    {
        var action = new DurationShape(TimeSpan.FromMilliseconds(100), TimeSpan.FromMinutes(5));
        _action = Optional("action", action, "Longest for one click, one page, one wait.", Defaults.Action);
        _phase = Optional("phase", Common.Duration, "Longest for one phase of the journey.", Defaults.Phase);
        _run = Optional("run", Common.Duration, "Longest for the whole journey; evidence has time of its own beyond it.", Defaults.Run);
    }

    protected override Budgets Build(ObjectValues values, ReadContext context)
    {
        Nest(values, _action, _phase);
        Nest(values, _phase, _run);
        return new() { Action = values.Get(_action), Phase = values.Get(_phase), Run = values.Get(_run) };
    }

    // One of the two may be a default: the message stands at the one that the file has.
    private static void Nest(ObjectValues values, Key<TimeSpan> inner, Key<TimeSpan> outer)
    {
        if (values.Get(inner) < values.Get(outer)) return;
        var place = values.NodeOf(values.Has(inner) ? inner : outer);
        throw place.Error($"expected {inner.Name} ({Tell(values, inner)}) to be less than {outer.Name} ({Tell(values, outer)}).");
    }

    private static string Tell(ObjectValues values, Key<TimeSpan> key) =>
        DurationShape.Format(values.Get(key)) + (values.Has(key) ? "" : " by default");
}

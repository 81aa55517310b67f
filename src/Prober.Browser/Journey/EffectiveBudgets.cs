using Prober.Browser.Configuration;
using Prober.Scenarios;

namespace Prober.Browser.Journey;

/// <summary>A scenario's budgets with the configuration's own in their place; they nest, whoever named them.</summary>
internal static class EffectiveBudgets
{
    public static Budgets Of(Budgets scenario, BrowserSettings settings)
    {
        var run = settings.Timeout ?? scenario.Run;
        var phase = Shorter(scenario.Phase, run);
        return new Budgets { Run = run, Phase = phase, Action = Shorter(settings.ActionTimeout ?? scenario.Action, phase) };
    }

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;
}

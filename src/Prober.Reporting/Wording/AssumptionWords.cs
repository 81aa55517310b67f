using Prober.Evidence.Expected;

namespace Prober.Reporting.Wording;

/// <summary>One sentence for something that was read from the traffic.</summary>
internal static class AssumptionWords
{
    public static string Of(Assumption assumption) =>
        Printable.Line($"{char.ToUpperInvariant(assumption.About[0])}{assumption.About[1..]}: {assumption.Value} ({assumption.Because})", 300);
}

using Prober.Checklist;

namespace Prober.Reporting.Wording;

/// <summary>A verdict as a symbol and a word, so that nothing depends on colour alone.</summary>
internal static class VerdictWords
{
    public static string Word(Verdict verdict) => verdict switch
    {
        Verdict.Pass => "pass",
        Verdict.Warn => "warning",
        Verdict.Fail => "fail",
        Verdict.NotApplicable => "not applicable",
        Verdict.Inconclusive => "not answered",
        _ => "check broke",
    };

    public static string Symbol(Verdict verdict) => verdict switch
    {
        Verdict.Pass => "✓",
        Verdict.Warn => "!",
        Verdict.Fail => "✗",
        Verdict.NotApplicable => "–",
        Verdict.Inconclusive => "?",
        _ => "#",
    };

    /// <summary>For terminals that cannot show more than ASCII.</summary>
    public static string AsciiSymbol(Verdict verdict) => verdict switch
    {
        Verdict.Pass => "+",
        Verdict.Fail => "x",
        Verdict.NotApplicable => "-",
        _ => Symbol(verdict),
    };

    /// <summary>The whole run in one or two words.</summary>
    public static string OfRun(Verdict verdict) => verdict switch
    {
        Verdict.Pass => "All well",
        Verdict.Warn => "Works, with warnings",
        Verdict.Fail => "Broken",
        Verdict.Inconclusive => "Not answered",
        Verdict.NotApplicable => "Not applicable",
        _ => "The prober broke",
    };
}

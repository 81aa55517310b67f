using Prober.Checklist.Reports;

namespace Prober.Reporting.Html;

/// <summary>A hop's answer in a word for the reader and a class for the style sheet.</summary>
internal static class HopWords
{
    public static string Status(Hop hop) => hop.Status > 0 ? hop.Status.ToString() : "none";

    public static string Classes(Hop hop) => Kind(hop) + (hop.Silent ? " silent" : "") + (hop.Failing ? " broken" : "");

    private static string Kind(Hop hop) => hop.Status switch
    {
        >= 500 => "bad",
        >= 400 => "refused",
        >= 300 => "redirect",
        > 0 => "fine",
        _ => "bad",
    };
}

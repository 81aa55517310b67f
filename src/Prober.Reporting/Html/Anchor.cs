using Prober.Checklist;
using Prober.Reporting.Wording;

namespace Prober.Reporting.Html;

/// <summary>Names of places in the page; built from numbers and plain letters only.</summary>
internal static class Anchor
{
    public static string Hop(int entry) => $"hop-{entry}";

    public static string Token(int index) => $"token-{index}";

    public static string Stage(Stage stage) => "stage-" + Term.Of(stage);

    public static string Check(string id) => "check-" + string.Concat(id.Take(80).Select(c => char.IsAsciiLetterOrDigit(c) ? char.ToLowerInvariant(c) : '-'));
}

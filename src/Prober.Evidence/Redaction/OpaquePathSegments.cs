using System.Text.RegularExpressions;

namespace Prober.Evidence.Redaction;

/// <summary>
/// Takes opaque identifiers out of the addresses in a text that is shown while a run is under way, before anybody knows all its secrets:
/// some providers put the value of the login's own cookie into the path (<c>/interaction/{uid}</c>).
/// </summary>
public static partial class OpaquePathSegments
{
    private const string Shown = "…";

    /// <summary>The text with every path segment of 16 and more characters that has both letters and digits replaced.</summary>
    public static string Hide(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Segment().Replace(text, Shown);
    }

    [GeneratedRegex(@"(?<=[^/]/)(?=[\w.~-]*[0-9])(?=[\w.~-]*[A-Za-z])[\w.~-]{16,}(?![\w.~:-])", RegexOptions.CultureInvariant)]
    private static partial Regex Segment();
}

using System.Text.RegularExpressions;
using Prober.Evidence.Redaction;

namespace Prober.Checklist.Comparison;

/// <summary>What is another with every login or in every file, and so tells nothing of two that are compared.</summary>
internal static partial class MaskedValues
{
    private const string Personal = "~personal-";

    /// <summary>True for a stand-in of a secret or of somebody's name.</summary>
    public static bool IsMasked(string value) => value.Contains(Personal, StringComparison.Ordinal) || Fingerprint.IsIn(value);

    /// <summary>A path or address with every segment that is an id replaced: interactions, sessions, users.</summary>
    public static string WithoutIds(string path) => string.Join('/', path.Split('/').Select(segment => IsMasked(segment) || Id().IsMatch(segment) ? "*" : segment));

    [GeneratedRegex(@"^(?=.*\d)[A-Za-z0-9_-]{20,}$|^\d+$|^[0-9a-fA-F-]{32,}$")]
    private static partial Regex Id();
}

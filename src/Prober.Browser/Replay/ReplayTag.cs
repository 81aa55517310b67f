using System.Globalization;
using Prober.Evidence.Har;

namespace Prober.Browser.Replay;

/// <summary>The header by which an answer says which entry of the recording it is; it goes out of the evidence again.</summary>
internal static class ReplayTag
{
    public const string Header = "prober-replay";

    /// <summary>Stands for an answer that the recording does not have.</summary>
    public const string None = "none";

    /// <summary>Title of the page that stands in place of what the recording does not have.</summary>
    public const string TitleOfNone = "Not in the recording";

    public static string Of(HarEntry recorded) => recorded.Index.ToString(CultureInfo.InvariantCulture);

    /// <summary>The entry's index; null for an answer without a tag, and for one that is not in the recording.</summary>
    public static int? Read(HarResponse response) =>
        int.TryParse(response.Headers[Header], NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : null;

    public static bool IsUnrecorded(HarResponse response) => response.Headers[Header] == None;
}

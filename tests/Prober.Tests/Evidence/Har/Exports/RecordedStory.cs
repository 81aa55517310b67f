using Prober.Checklist;

namespace Prober.Tests.Evidence.Har.Exports;

/// <summary>What somebody did at a site, with how the checklist has to answer, whatever the recorder.</summary>
/// <param name="Name">As the recordings are called: <c>lab-f06</c>.</param>
/// <param name="Verdict">Of the whole.</param>
/// <param name="Check">The headline's; null for none.</param>
/// <param name="Reason">The headline's.</param>
internal sealed record RecordedStory(string Name, Verdict Verdict, string? Check = null, string? Reason = null)
{
    /// <summary>What <c>from-har</c> makes of it.</summary>
    public required string[] Journey { get; init; }

    /// <summary>What an export without cookies can tell, where it is less.</summary>
    public (Verdict Verdict, string? Check, string? Reason)? WithoutCookies { get; init; }

    /// <summary>The answer that a recording has to get.</summary>
    public (Verdict Verdict, string? Check, string? Reason) Answer(bool hasCookies) => hasCookies || WithoutCookies is not { } less ? (Verdict, Check, Reason) : less;
}

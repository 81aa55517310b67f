namespace Prober.Checklist.Checks.Claims;

/// <summary>A finding on a signature that nobody verified here: a sanitized copy tells what was seen of its original, and could tell anything.</summary>
internal static class CopyTold
{
    public static Finding Of(Finding finding) => finding with
    {
        Summary = $"{finding.Summary.TrimEnd()} That is the word of the sanitized copy on its original; the signature itself is not in it.",
        Confidence = Confidence.Medium,
    };
}

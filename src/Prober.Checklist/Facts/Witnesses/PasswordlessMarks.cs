using Prober.Checklist.Facts.Pages;

namespace Prober.Checklist.Facts.Witnesses;

/// <summary>How a login by a code or link that is sent to the user looks like (<c>Data/passwordless.json</c>).</summary>
internal sealed record PasswordlessMarks(TextPattern StartPaths, TextPattern VerifyPaths, TextPattern Connections, TextPattern UsedTexts)
{
    public static PasswordlessMarks Default { get; } = EmbeddedData.Read<PasswordlessMarks>("passwordless.json");
}

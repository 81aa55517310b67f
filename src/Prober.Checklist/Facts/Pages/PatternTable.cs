namespace Prober.Checklist.Facts.Pages;

/// <summary>Texts and names that vendors use (<c>Data/patterns.json</c>).</summary>
internal sealed record PatternTable(
    TextPattern PasswordFields,
    TextPattern PasswordInJson,
    TextPattern IdentifierFields,
    TextPattern OneTimeCodeFields,
    TextPattern ProviderButtons,
    IReadOnlyList<TextPattern> Challenges,
    IReadOnlyList<TextPattern> ErrorElements,
    IReadOnlyList<TextPattern> NamedErrors,
    IReadOnlyList<TextPattern> NamedDescriptions,
    TextPattern VendorNumber,
    TextPattern MessageNumber,
    IReadOnlyList<PageText> PageTexts,
    TextPattern ApplicationStateTexts,
    IReadOnlyList<TextPattern> TransactionCookies,
    TextPattern LegacyCookieMarks,
    IReadOnlyList<TextPattern> NotSessionCookies,
    TextPattern RedactionMarks,
    TextPattern RecordersWithoutRedirects,
    IReadOnlyList<TextPattern> ConsoleNoise,
    TextPattern NoiseHosts,
    TextPattern BeaconPaths,
    TextPattern BlockedForms,
    TextPattern BlockTexts,
    TextPattern PasswordExpired,
    TextPattern PasswordExpiredPaths,
    TextPattern PasswordExpiredStates,
    TextPattern PasswordExpiring,
    TextPattern GenericLoginErrors)
{
    public static PatternTable Default { get; } = EmbeddedData.Read<PatternTable>("patterns.json");
}

/// <summary>A text of a provider's page and the error it stands for.</summary>
internal sealed record PageText(string Code, TextPattern Pattern);

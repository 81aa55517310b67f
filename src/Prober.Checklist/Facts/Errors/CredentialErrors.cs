using Prober.Checklist.Facts.Pages;

namespace Prober.Checklist.Facts.Errors;

/// <summary>Families of errors after credentials (<c>Data/credential-errors.json</c>), told by code first and by text second.</summary>
internal sealed record CredentialErrors(IReadOnlyList<CredentialErrorFamily> Families)
{
    public static CredentialErrors Default { get; } = EmbeddedData.Read<CredentialErrors>("credential-errors.json");

    public CredentialErrorFamily? Classify(string? code, string? text) =>
        Families.FirstOrDefault(family => code is not null && family.Codes.Contains(code, StringComparer.OrdinalIgnoreCase))
        ?? Families.FirstOrDefault(family =>
            PageError.VendorNumber(text) is { } number && family.Codes.Contains(number, StringComparer.OrdinalIgnoreCase))
        ?? Families.FirstOrDefault(family => family.Texts.Matches(text));
}

/// <summary>One family: why a login was refused and what to do about it.</summary>
internal sealed record CredentialErrorFamily(
    string Reason, IReadOnlyList<string> Codes, TextPattern Texts, string Remedy, FaultOwner Fault);

namespace Prober.Checklist;

/// <summary>Points at one thing that was seen.</summary>
/// <param name="Source">Which witness.</param>
/// <param name="Entry">Index of the HAR entry, token or log line, when there is one.</param>
/// <param name="Field">What in it: <c>response.status</c>, <c>claims.aud</c>, <c>header.location</c>.</param>
/// <param name="Value">What stood there, redacted, at most 300 characters.</param>
public sealed record EvidencePointer(EvidenceKind Source, int? Entry, string? Field, string? Value)
{
    public static EvidencePointer Har(int entry, string field, string? value) => new(EvidenceKind.Har, entry, field, value);

    public static EvidencePointer Token(int index, string field, string? value) => new(EvidenceKind.Token, index, field, value);

    public static EvidencePointer Tab(int index, string field, string? value) => new(EvidenceKind.Tab, index, field, value);

    public static EvidencePointer Log(int? line, string field, string? value) => new(EvidenceKind.Log, line, field, value);

    public static EvidencePointer Console(int index, string? value) => new(EvidenceKind.Console, index, "text", value);

    public static EvidencePointer Api(string field, string? value) => new(EvidenceKind.Api, null, field, value);
}

/// <summary>The witnesses.</summary>
public enum EvidenceKind
{
    Har,
    Token,
    Tab,
    Log,
    Api,
    Console,
}

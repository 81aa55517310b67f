using Prober.Evidence.Tokens;

namespace Prober.Checklist.Reports;

/// <summary>A token laid open: each claim beside what was expected of it.</summary>
public sealed record TokenView
{
    /// <summary>Index in the bundle's token list: what a token pointer's <c>entry</c> names.</summary>
    public required int Index { get; init; }

    public required TokenKind Kind { get; init; }

    public required TokenPlace Place { get; init; }

    public int? Entry { get; init; }

    /// <summary>The application that got it, when known.</summary>
    public string? Application { get; init; }

    public string? Fingerprint { get; init; }

    public required SignatureVerdict Signature { get; init; }

    public string? SignatureDetail { get; init; }

    public string? DecodeError { get; init; }

    public IReadOnlyList<ClaimView> Header { get; init; } = [];

    public IReadOnlyList<ClaimView> Claims { get; init; } = [];
}

/// <summary>One claim: its value (redacted), what it means, what was expected, and whether it fits.</summary>
/// <param name="Fits">Null when nothing was expected.</param>
public sealed record ClaimView(string Name, string? Value, string? Meaning, string? Expected, bool? Fits);

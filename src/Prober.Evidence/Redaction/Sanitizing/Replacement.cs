namespace Prober.Evidence.Redaction.Sanitizing;

/// <summary>How often values of one kind were replaced in one kind of place.</summary>
/// <param name="Place">In words: <c>request cookie</c>, <c>response body</c>.</param>
public sealed record Replacement(SecretKind Kind, string Place, int Count);

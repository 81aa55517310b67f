namespace Prober.Evidence.Redaction;

/// <summary>A value that must not appear in anything written. Its text never shows in a message.</summary>
public sealed class KnownSecret(string value, SecretKind kind)
{
    public SecretKind Kind { get; } = kind;

    internal string Value { get; } = value;

    public override string ToString() => $"{Kind} ***";
}

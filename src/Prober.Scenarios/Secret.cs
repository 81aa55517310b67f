namespace Prober.Scenarios;

/// <summary>
/// A value that never prints: every conversion to text is <c>***</c>, so that no log line, exception or record dump can
/// carry it. Whoever types it asks for it by name.
/// </summary>
public sealed class Secret : IEquatable<Secret>
{
    private readonly string _value;

    public Secret(string value) => _value = value;

    /// <summary>The value in clear: only for typing it into a page or registering it for redaction.</summary>
    public string Reveal() => _value;

    public bool Equals(Secret? other) => other is not null && string.Equals(_value, other._value, StringComparison.Ordinal);

    public override bool Equals(object? obj) => Equals(obj as Secret);

    public override int GetHashCode() => _value.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => "***";
}

namespace Prober.Providers;

/// <summary>A record does not look as its provider writes it. The message says what was expected, and quotes no value.</summary>
internal sealed class UnexpectedShapeException(string expected) : FormatException($"expected {expected}")
{
}

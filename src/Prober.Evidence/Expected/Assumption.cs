namespace Prober.Evidence.Expected;

/// <summary>Something that nobody said and that was read from the traffic, so that a reader can see on what the answers stand.</summary>
/// <param name="About">What it is about: <c>identity provider</c>, <c>issuer</c>, <c>application portal</c> …</param>
/// <param name="Value">What was taken for right.</param>
/// <param name="Because">What in the traffic says so.</param>
public sealed record Assumption(string About, string Value, string Because);

namespace Prober.Lab;

/// <summary>What the checklist last made of a fault, as an end-to-end run recorded it.</summary>
/// <param name="Number">The fault.</param>
/// <param name="Headline">The check in the headline; null when nothing failed.</param>
/// <param name="Reason">The headline's reason code.</param>
/// <param name="AlsoFailed">The other checks that failed, in report order.</param>
/// <param name="Warned">True when nothing failed and the check that was expected to warn did so.</param>
public sealed record FaultResult(string Number, string? Headline, string? Reason, IReadOnlyList<string> AlsoFailed, bool Warned);

namespace Prober.Reproducing;

/// <summary>A link or a button on a recorded page.</summary>
/// <param name="Text">What a person reads on it.</param>
/// <param name="Kind"><c>link</c> or <c>button</c>, as a scenario calls it.</param>
/// <param name="Address">Where it leads, absolute; empty when a script decides.</param>
internal sealed record PageControl(string Text, string Kind, string Address);

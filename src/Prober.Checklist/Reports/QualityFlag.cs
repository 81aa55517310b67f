namespace Prober.Checklist.Reports;

/// <summary>Something that limits what the evidence can tell.</summary>
/// <param name="Id">For instance <c>cookies-stripped</c>, <c>starts-mid-flow</c>, <c>ends-early</c>.</param>
/// <param name="Text">One sentence: how it was noticed and which answers it takes away.</param>
public sealed record QualityFlag(string Id, string Text);

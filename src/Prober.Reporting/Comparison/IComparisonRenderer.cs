using Prober.Checklist.Comparison;

namespace Prober.Reporting.Comparison;

/// <summary>Draws two runs side by side in one format.</summary>
public interface IComparisonRenderer
{
    /// <summary>As <c>--format</c> names it.</summary>
    string Name { get; }

    Task RenderAsync(RunComparison comparison, Stream output, CancellationToken cancellationToken);
}

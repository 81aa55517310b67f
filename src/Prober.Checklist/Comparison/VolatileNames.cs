using Prober.Checklist.Facts;

namespace Prober.Checklist.Comparison;

/// <summary>Parameters and claims whose value is another with every login: only whether they are there tells anything.</summary>
/// <param name="Parameters">Of requests and redirects.</param>
/// <param name="Claims">Of tokens.</param>
internal sealed record VolatileNames(IReadOnlyList<string> Parameters, IReadOnlyList<string> Claims)
{
    public static VolatileNames Default { get; } = EmbeddedData.Read<VolatileNames>("volatile.json");
}

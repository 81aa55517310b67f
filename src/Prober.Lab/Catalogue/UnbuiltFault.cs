using System.Text.Json;
using System.Text.Json.Serialization;

namespace Prober.Lab;

/// <summary>A fault of the catalogue that neither lab nor file can show, with the reason (<c>unbuilt-faults.json</c>).</summary>
/// <param name="Number">Its number in the catalogue of injectable faults.</param>
/// <param name="Summary">What is broken, in one sentence.</param>
/// <param name="Headline">The check that must name it; null when nothing may fail.</param>
/// <param name="Verdict">The verdict that check must reach.</param>
/// <param name="Reason">Why it is not built.</param>
public sealed record UnbuiltFault(string Number, string Summary, string? Headline = null, string Verdict = "fail", string Reason = "Not built yet.")
{
    private static readonly JsonSerializerOptions Strict =
        new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, RespectRequiredConstructorParameters = true };

    /// <summary>The rows as written; one whose number has been built in the meantime counts no longer.</summary>
    public static IReadOnlyList<UnbuiltFault> All { get; } = Read();

    private static IReadOnlyList<UnbuiltFault> Read()
    {
        using var stream = typeof(UnbuiltFault).Assembly.GetManifestResourceStream("Prober.Lab.Catalogue.unbuilt-faults.json")!;
        var built = Faults.All.Select(fault => fault.Number).Concat(FileFaults.All.Select(fault => fault.Number)).ToHashSet();
        return [.. JsonSerializer.Deserialize<IReadOnlyList<UnbuiltFault>>(stream, Strict)!.Where(fault => !built.Contains(fault.Number))];
    }
}

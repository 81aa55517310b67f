namespace Prober.Checklist;

/// <summary>The one ordered list of checks: report order, stage by stage. Adding a check is one file and one line here.</summary>
public static class CheckCatalog
{
    public static IReadOnlyList<Check> All { get; } =
    [
    ];
}

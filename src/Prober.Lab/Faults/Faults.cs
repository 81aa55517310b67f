namespace Prober.Lab;

/// <summary>Every fault of the lab, in the order of the catalogue they are numbered by.</summary>
public static class Faults
{
    private static readonly IReadOnlyList<FaultBehaviour> Behaviours =
    [
        new UnknownClient(),
    ];

    public static IReadOnlyList<FaultInfo> All { get; } = [.. Behaviours.Select(behaviour => behaviour.Info)];

    internal static FaultBehaviour For(Fault? fault) =>
        fault is { } named ? Behaviours.Single(behaviour => behaviour.Info.Fault == named) : Healthy.Instance;
}

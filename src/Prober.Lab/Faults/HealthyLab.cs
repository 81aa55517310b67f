namespace Prober.Lab;

/// <summary>Nothing is broken.</summary>
internal sealed class HealthyLab : FaultBehaviour
{
    public static HealthyLab Instance { get; } = new();

    public override FaultInfo Info => throw new InvalidOperationException("A healthy lab has no fault to tell of.");
}

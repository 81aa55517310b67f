using Prober.Lab.Provider;

namespace Prober.Lab;

/// <summary>The provider lives ten minutes in the past, with tokens that last four.</summary>
internal sealed class ProviderClockSlowFault : FaultBehaviour
{
    public override FaultInfo Info { get; } = new(
        Fault.ProviderClockSlow, "F83", "provider-clock-slow",
        "The identity provider's clock is ten minutes slow, so tokens have expired on arrival.", "claims-jwt-time")
    {
        MustNotFail = ["claims-jwt-signature"],
        Scenario = LabScenario.BrowserApplication,
    };

    public override TimeProvider ProviderClock(TimeProvider clock) => new ShiftedClock(clock, TimeSpan.FromMinutes(-10));

    public override TimeSpan IdentityTokenLifetime => TimeSpan.FromMinutes(4);
}

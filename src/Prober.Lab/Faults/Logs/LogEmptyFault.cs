namespace Prober.Lab;

/// <summary>The log that was read knows nothing of a login that succeeded.</summary>
internal sealed class LogEmptyFault : FaultBehaviour
{
    public override FaultInfo Info { get; } = new(
        Fault.LogEmpty, "F46", "log-empty",
        "The provider logs nothing of the login.", "logs-entry-created")
    {
        MustNotFail = ["credentials-broker-callback-seen"],
    };

    public override IReadOnlyList<ProviderEvent> AlterLog(IReadOnlyList<ProviderEvent> events) => [];
}

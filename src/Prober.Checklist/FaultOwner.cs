namespace Prober.Checklist;

/// <summary>Whose fault it is: who has to act.</summary>
public enum FaultOwner
{
    None,
    Application,
    IdentityProvider,
    Upstream,
    Account,
    Network,
    Configuration,

    /// <summary>Ours: never counted against the target.</summary>
    Prober,
}

namespace Prober.Monitor.Web.Access;

/// <summary>Who may come; without tokens and without a provider everybody who reaches the address, so that it must be this machine's alone.</summary>
public sealed record AccessOptions
{
    public IReadOnlyList<AccessToken> Tokens { get; init; } = [];

    public ProviderAccess? Provider { get; init; }

    /// <summary><c>/metrics</c> is for everybody.</summary>
    public bool OpenMetrics { get; init; }

    /// <summary>There is no login.</summary>
    public bool IsOpen => Tokens.Count == 0 && Provider is null;
}

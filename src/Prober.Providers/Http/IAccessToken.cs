namespace Prober.Providers;

/// <summary>Gets the key to a management API.</summary>
internal interface IAccessToken
{
    /// <summary>The Authorization header, or the sentence that says why there is none.</summary>
    Task<(string? Header, string? Problem)> HeaderAsync(CancellationToken cancellationToken);
}

namespace Prober.Providers;

/// <summary>Stands where credentials are missing, and says which.</summary>
internal sealed class NoToken(string problem) : IAccessToken
{
    public Task<(string? Header, string? Problem)> HeaderAsync(CancellationToken cancellationToken) => Task.FromResult<(string?, string?)>((null, problem));
}

namespace Prober.Providers;

/// <summary>A token that a person made and put into the scenario.</summary>
internal sealed class GivenToken(string scheme, string token) : IAccessToken
{
    public Task<(string? Header, string? Problem)> HeaderAsync(CancellationToken cancellationToken) => Task.FromResult<(string?, string?)>(($"{scheme} {token}", null));
}

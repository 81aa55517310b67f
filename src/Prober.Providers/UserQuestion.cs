namespace Prober.Providers;

/// <summary>Whose record is asked for.</summary>
public sealed record UserQuestion
{
    /// <summary>What was typed as user name: an e-mail address at most providers.</summary>
    public required string Username { get; init; }

    /// <summary>The subject of a token of this run. Search indexes lag behind, an identifier does not.</summary>
    public string? Subject { get; init; }
}

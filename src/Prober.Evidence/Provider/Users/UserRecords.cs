namespace Prober.Evidence.Provider.Users;

/// <summary>Every record that the provider's directory holds for the account of the run; more than one means unlinked twins.</summary>
public sealed record UserRecords
{
    /// <summary><c>api</c>, or the name of the file a person exported.</summary>
    public required string Source { get; init; }

    /// <summary>The moment they were read, on the reader's clock.</summary>
    public required DateTimeOffset ReadAt { get; init; }

    public required IReadOnlyList<UserRecord> Records { get; init; }

    /// <summary>What could not be read, one sentence each.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];
}

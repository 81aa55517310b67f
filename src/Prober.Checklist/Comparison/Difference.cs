namespace Prober.Checklist.Comparison;

/// <summary>One thing that two runs do otherwise.</summary>
/// <param name="What">In words: <c>status</c>, <c>parameter prompt</c>, <c>cookie auth0: SameSite</c>.</param>
/// <param name="Good">What stood there in the good run; null where nothing did.</param>
/// <param name="Bad">What stood there in the bad run; null where nothing did.</param>
public sealed record Difference(string What, string? Good, string? Bad)
{
    /// <summary>What a step that took much longer is called.</summary>
    public const string Time = "time";
}

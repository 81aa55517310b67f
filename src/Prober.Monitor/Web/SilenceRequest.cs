using Prober.Scenarios.Reading.Shapes;

namespace Prober.Monitor.Web;

/// <summary>A silence as the API and the form ask for it: a duration from now, or an end.</summary>
internal sealed record SilenceRequest(string? Scenarios, string? For, DateTimeOffset? Until)
{
    /// <summary>Zero when neither is said, or not in a way that can be read.</summary>
    public TimeSpan Length(DateTimeOffset now) => For is null ? Until - now ?? TimeSpan.Zero : Until is null && DurationShape.TryParse(For, out var length) ? length : TimeSpan.Zero;
}

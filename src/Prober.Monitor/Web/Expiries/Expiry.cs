namespace Prober.Monitor.Web.Expiries;

/// <summary>Something that a login stands on and that ends.</summary>
/// <param name="What">Such as <c>TLS certificate of login.example.com</c>.</param>
/// <param name="EndsAt">Null where the day is not known.</param>
/// <param name="Scenario">Whose login stands on it.</param>
/// <param name="Run">The run that saw it.</param>
public sealed record Expiry(string What, DateTimeOffset? EndsAt, string Scenario, string Run)
{
    private const int SoonDays = 30, UrgentDays = 14;

    /// <summary>Days from now, begun ones left out; negative when it has ended.</summary>
    public int? Days(DateTimeOffset now) => EndsAt is { } end ? (int)Math.Floor((end - now).TotalDays) : null;

    /// <summary>One word that also chooses the colour: <c>fail</c> when it has ended or ends within two weeks, <c>warn</c> within a month.</summary>
    public string Tone(DateTimeOffset now) => Days(now) switch
    {
        null => "warn",
        < UrgentDays => "fail",
        < SoonDays => "warn",
        _ => "pass",
    };
}

using Prober.Checklist.Facts;
using Prober.Checklist.Facts.Logins;

namespace Prober.Checklist.Checks.AppLogs;

/// <summary>The time in which an application's log speaks of one login: from five seconds before its callback to a minute after.</summary>
/// <param name="Application">The application, or null when it is not known by name.</param>
/// <param name="Callback">When the callback came, by the application's own clock.</param>
internal sealed record LoginWindow(string? Application, DateTimeOffset Callback)
{
    public bool IsFor(string application) => Application is null || Application == application;

    public bool Holds(DateTimeOffset at, string application) =>
        IsFor(application) && at >= Callback.AddSeconds(-5) && at <= Callback.AddSeconds(60);
}

/// <summary>One window for each login that reached an application.</summary>
internal static class LoginWindows
{
    /// <summary>A Date header counts whole seconds, so a smaller difference of clocks is none.</summary>
    private const double SmallestSkew = 2;

    public static IReadOnlyList<LoginWindow> Of(EvidenceReader evidence) =>
    [
        .. evidence.Facts.Interactive.Where(transaction => transaction.Callback is not null).Select(transaction => Of(transaction, evidence.Facts)),
    ];

    /// <summary>The window of a login that has a callback.</summary>
    public static LoginWindow Of(LoginTransaction transaction, EvidenceFacts facts)
    {
        var skew = facts.ClockSkew.GetValueOrDefault(transaction.Callback!.Request.Uri?.Authority ?? "");
        return new LoginWindow(transaction.Application, transaction.Callback.StartedAt.AddSeconds(Math.Abs(skew) < SmallestSkew ? 0 : skew));
    }
}

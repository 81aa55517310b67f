using System.Globalization;

namespace Prober.Providers;

/// <summary>How long an answer of 429 asks to wait: <c>Retry-After</c> (RFC 9110, 10.2.3), or the moment in <c>X-RateLimit-Reset</c> or <c>X-Rate-Limit-Reset</c>.</summary>
internal static class RateLimit
{
    private static readonly TimeSpan Unknown = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Least = TimeSpan.FromMilliseconds(50);
    private static readonly string[] Resets = ["x-ratelimit-reset", "x-rate-limit-reset"];

    public static TimeSpan Wait(HttpResponseMessage response, DateTimeOffset now)
    {
        var asked = response.Headers.RetryAfter is { } after ? after.Delta ?? after.Date - now : Reset(response) - now;
        return asked is not { } wait ? Unknown : wait < Least ? Least : wait;
    }

    private static DateTimeOffset? Reset(HttpResponseMessage response) =>
        Resets.Select(name => response.Headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null).FirstOrDefault(value => value is not null) is { } text
        && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds < 253_402_300_800
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;
}

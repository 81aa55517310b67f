using Prober.Evidence.Har;

namespace Prober.Checklist.Facts.Logins;

/// <summary>A cycle of addresses that came round at least three times within a minute, with an authorization request or callback in
/// it.</summary>
/// <param name="Cycle">The addresses of one round, without queries.</param>
/// <param name="Rounds">How often it came round.</param>
/// <param name="Entries">All entries of it.</param>
/// <param name="Restart">The application's response that started it again; null when none stands out.</param>
/// <param name="StoppedByBrowser">True when the browser gave up (too many redirects).</param>
public sealed record LoginLoop(
    IReadOnlyList<string> Cycle, int Rounds, IReadOnlyList<HarEntry> Entries, HarEntry? Restart, bool StoppedByBrowser);

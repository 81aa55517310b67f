using Prober.Evidence;

namespace Prober.Browser;

/// <summary>
/// A run in memory, raw: passwords, cookies and tokens stand in it in clear. Whoever writes any of it redacts it first.
/// </summary>
/// <param name="Raw">Everything that was seen.</param>
/// <param name="TypedSecrets">What was typed: password, one-time codes, their seed.</param>
/// <param name="Trace">Playwright's trace as a zip, when asked for; as raw as the rest.</param>
public sealed record RecordedRun(EvidenceBundle Raw, IReadOnlyList<string> TypedSecrets, byte[]? Trace = null);

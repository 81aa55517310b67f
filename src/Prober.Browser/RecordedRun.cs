using Prober.Evidence;
using Prober.Evidence.Redaction;

namespace Prober.Browser;

/// <summary>
/// A run in memory, raw: passwords, cookies and tokens stand in it in clear. Whoever writes any of it redacts it first.
/// </summary>
/// <param name="Raw">Everything that was seen.</param>
/// <param name="Secrets">What was typed; what the traffic shows is collected by the redactor.</param>
/// <param name="Trace">Playwright's trace as a zip, when asked for; as raw as the rest.</param>
public sealed record RecordedRun(EvidenceBundle Raw, KnownSecrets Secrets, byte[]? Trace = null);

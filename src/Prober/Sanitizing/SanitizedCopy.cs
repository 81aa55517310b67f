using Prober.Evidence.Redaction.Sanitizing;

namespace Prober.Sanitizing;

/// <summary>What became of one recording.</summary>
/// <param name="Input">The recording, with its name inside the archive behind a slash.</param>
/// <param name="Output">Where the copy is, or would have been with no leak found.</param>
/// <param name="IsWritten">False when the audit found something, in this recording or in another of the same archive.</param>
internal sealed record SanitizedCopy(string Input, string Output, bool IsWritten, SanitizeResult Result);

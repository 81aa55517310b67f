using Prober.Checklist.Reports;
using Prober.Evidence;
using Prober.Evidence.Redaction;

namespace Prober.Analysis;

/// <summary>One login of a file, judged.</summary>
/// <param name="Report">The verdict.</param>
/// <param name="Evidence">What was judged: redacted.</param>
/// <param name="Secrets">Everything sensitive that was seen, for the audit of what is written.</param>
internal sealed record AnalyzedLogin(Report Report, EvidenceBundle Evidence, KnownSecrets Secrets);

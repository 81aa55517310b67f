using Prober.Checklist.Reports;

namespace Prober.Monitor.Runs;

/// <summary>A journey that was walked.</summary>
/// <param name="Report">The verdict.</param>
/// <param name="Folder">Its folder: bundle and reports.</param>
/// <param name="Leaks">Secrets that the audit found in what was written; the files are gone.</param>
public sealed record WalkedJourney(Report Report, string Folder, int Leaks);

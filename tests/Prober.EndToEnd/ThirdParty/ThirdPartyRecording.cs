using NUnit.Framework;
using Prober.Analysis;
using Prober.Browser;
using Prober.Checklist;
using Prober.Evidence.Redaction;
using Prober.Tests.Checklist.Permutations;

namespace Prober.EndToEnd.ThirdParty;

/// <summary>A healthy walk through somebody else's software as a recording: analysed as a stranger's file, and mistreated.</summary>
internal static class ThirdPartyRecording
{
    private static readonly WitnessFiles NoFiles = new(null, null, null, null, [], null);

    /// <summary>Neither the file alone nor the evidence, permuted and with parts missing, may give a fail.</summary>
    public static async Task FailsNowhereAsync(RecordedRun recorded)
    {
        var logins = await new HarAnalysis(NoFiles, null).AnalyzeAsync("customer.har", recorded.Raw.Traffic.Value!, CancellationToken.None);
        Assert.That(logins.SelectMany(login => ThirdPartyMistake.Said(login.Report, Verdict.Fail, Verdict.Error)), Is.Empty);
        var healthy = new Redactor().Redact(recorded.Raw, recorded.Secrets);
        var bad = Enumerable.Range(1, 66).Select(seed => EvidencePermutations.Of(healthy, (uint)seed)).SelectMany(permuted =>
            ThirdPartyMistake.Said(ChecklistRunner.Run(permuted.Bundle), Verdict.Fail, Verdict.Error).Select(said => $"{permuted.Name}: {said}"));
        Assert.That(bad, Is.Empty);
    }
}

using NUnit.Framework;
using Prober.Analysis;
using Prober.Browser;
using Prober.Checklist;
using Prober.EndToEnd.Files;
using Prober.Evidence.Redaction;

namespace Prober.EndToEnd.ThirdParty;

/// <summary>A healthy walk through somebody else's software as a recording: analysed as a stranger's file, and mistreated.</summary>
internal static class ThirdPartyRecording
{
    private static readonly WitnessFiles NoFiles = new(null, null, null, null, [], null);

    /// <summary>Neither the file alone nor the evidence, permuted and with parts missing, may give a fail.</summary>
    public static async Task FailsNowhereAsync(RecordedRun recorded, int number)
    {
        var logins = await new HarAnalysis(NoFiles, null).AnalyzeAsync("customer.har", recorded.Raw.Traffic.Value!, CancellationToken.None);
        Assert.That(logins.SelectMany(login => ThirdPartyMistake.Said(login.Report, Verdict.Fail, Verdict.Error)), Is.Empty);
        var healthy = new Redactor().Redact(recorded.Raw, recorded.Secrets);
        PermutedRecording.FailsNowhere(healthy, number);
    }
}

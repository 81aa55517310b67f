using NUnit.Framework;
using Prober.Checklist.Inference;

namespace Prober.Tests.Checklist.Inference;

public sealed class RecordedLogoutsTests
{
    [Test]
    public void Every_step_of_a_logout_but_its_landing_leads_to_its_beginning()
    {
        var builder = EvidenceBuilder.Live();
        var logouts = RecordedLogouts.Of(builder.Build().Traffic.Value!);

        Assert.That(logouts, Is.EquivalentTo(new Dictionary<int, int> { [builder.IndexOf("logout")] = builder.IndexOf("logout"), [builder.IndexOf("end-session")] = builder.IndexOf("logout") }));
    }

    [Test]
    public void A_recording_without_a_logout_has_none() => Assert.That(RecordedLogouts.Of(EvidenceBuilder.Har().Build().Traffic.Value!), Is.Empty);
}

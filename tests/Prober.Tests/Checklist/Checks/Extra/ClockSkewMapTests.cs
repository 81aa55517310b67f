using NUnit.Framework;
using Prober.Checklist;
using Prober.Evidence;
using Prober.Evidence.Har;

namespace Prober.Tests.Checklist.Checks.Extra;

public sealed class ClockSkewMapTests
{
    private const string Check = "extra-clock-skew-map";

    [Test]
    public void Clocks_that_agree_pass_with_a_table() => Assert.That(EvidenceBuilder.Live().Ask(Check),
        Has.Property("Verdict").EqualTo(Verdict.Pass).And.Property("Summary").Contains("login.localhost:7000"));

    [Test]
    public void The_host_whose_clock_is_off_is_named()
    {
        var result = Shift(url => url.StartsWith(HealthyFlow.Provider, StringComparison.Ordinal)).Ask(Check);

        Assert.That(result is { Verdict: Verdict.Warn, Reason: "host-clock" }, Is.True, result.Summary);
        Assert.That(result.Summary, Does.StartWith("The clock of login.localhost:7000 is off").And.Contain("login.localhost:7000 -600 s"));
    }

    [Test]
    public void Hosts_that_agree_with_each_other_blame_the_browsers_machine() =>
        Assert.That(Shift(_ => true).Ask(Check).Reason, Is.EqualTo("browser-clock"));

    private static EvidenceBuilder Shift(Func<string, bool> isOff) => EvidenceBuilder.Live().With(bundle => bundle with
    {
        Traffic = Captured.Of(bundle.Traffic.Value! with { Entries = [.. bundle.Traffic.Value!.Entries.Select(entry => isOff(entry.Request.Url) ? Late(entry) : entry)] }),
    });

    private static HarEntry Late(HarEntry entry) => entry with
    {
        Response = entry.Response with { Headers = new([new("Date", entry.StartedAt.AddSeconds(-600).UtcDateTime.ToString("R", null)), .. Others(entry)]) },
    };

    private static IEnumerable<HarHeader> Others(HarEntry entry) => entry.Response.Headers.Where(header => !header.Name.Equals("date", StringComparison.OrdinalIgnoreCase));
}

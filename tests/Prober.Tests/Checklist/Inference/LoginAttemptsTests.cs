using NUnit.Framework;
using Prober.Checklist.Inference;
using Prober.Evidence.Har;

namespace Prober.Tests.Checklist.Inference;

public sealed class LoginAttemptsTests
{
    [Test]
    public void A_whole_journey_is_one_login() => Assert.That(LoginAttempts.Of(Journey), Has.Count.EqualTo(1));

    [Test]
    public void The_same_again_later_is_a_login_of_its_own()
    {
        var attempts = LoginAttempts.Of(Joined(Journey, Shifted(Journey, TimeSpan.FromHours(1))));

        Assert.Multiple(() =>
        {
            Assert.That(attempts.Select(attempt => attempt.FirstEntry), Is.EqualTo(new[] { 0, Journey.Entries.Count }));
            Assert.That(attempts[1].Because, Is.EqualTo("somebody logs in again after a logout"));
            Assert.That(attempts.Select(attempt => attempt.ReadTraffic().Entries.Count), Has.All.EqualTo(Journey.Entries.Count));
        });
    }

    [Test]
    public void A_second_try_after_one_that_stopped_is_a_login_of_its_own()
    {
        var stopped = EvidenceBuilder.Har().EndLoginAt("password-page").Build().Traffic.Value!;
        var whole = Shifted(EvidenceBuilder.Har().Build().Traffic.Value!, TimeSpan.FromMinutes(1));
        whole = whole with { Entries = [.. whole.Entries.Select(NewState)] };
        var attempts = LoginAttempts.Of(Joined(stopped, whole));

        Assert.That(attempts.Select(attempt => attempt.Because), Is.EqualTo(new[] { "", "the same application is tried again after a login that did not come through" }));
    }

    [Test]
    public void Two_browsers_are_two_people()
    {
        var other = Shifted(Journey, TimeSpan.FromMilliseconds(7));
        other = other with { Entries = [.. other.Entries.Select(entry => entry with { Request = entry.Request with { Headers = new([.. entry.Request.Headers.Where(header => header.Name != "user-agent"), new("user-agent", "Other/1.0")]) } })] };
        var attempts = LoginAttempts.Of(Joined(Journey, other));

        Assert.That(attempts, Has.Count.EqualTo(2));
    }

    [Test]
    public void A_large_file_is_cut_where_a_small_one_is()
    {
        var many = Enumerable.Range(0, 12).Select(hour => Shifted(Journey, TimeSpan.FromHours(hour))).Aggregate(Joined);
        int[] all = [.. Enumerable.Range(0, many.Entries.Count)];
        var whole = new LoginCuts(many, all);

        Assert.Multiple(() =>
        {
            Assert.That(whole.Found.Select(cut => cut.Start), Is.EqualTo(Enumerable.Range(1, 11).Select(walked => walked * Journey.Entries.Count)));
            // Stretches that end behind a login, within one, and of no more than a few entries.
            foreach (var stretch in (int[])[Journey.Entries.Count, Journey.Entries.Count + 7, 5])
                Assert.That(new LoginCuts(many, all, stretch, Journey.Entries.Count).Found, Is.EqualTo(whole.Found), $"{stretch} entries at a time");
        });
    }

    private static HarLog Journey { get; } = EvidenceBuilder.Live().Build().Traffic.Value!;

    private static HarLog Shifted(HarLog traffic, TimeSpan by) => traffic with { Entries = [.. traffic.Entries.Select(entry => entry with { StartedAt = entry.StartedAt + by })] };

    private static HarLog Joined(HarLog one, HarLog other) =>
        one with { Entries = [.. one.Entries.Concat(other.Entries).OrderBy(entry => entry.StartedAt).Select((entry, index) => entry with { Index = index })] };

    private static HarEntry NewState(HarEntry entry) => entry with { Request = entry.Request with { Url = entry.Request.Url.Replace("state=", "state=again-", StringComparison.Ordinal) } };
}

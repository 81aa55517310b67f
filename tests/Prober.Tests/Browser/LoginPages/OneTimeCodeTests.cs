using Microsoft.Extensions.Time.Testing;
using NUnit.Framework;
using Prober.Browser;
using Prober.Browser.LoginPages;
using Prober.Scenarios;

namespace Prober.Tests.Browser.LoginPages;

public sealed class OneTimeCodeTests
{
    /// <summary>RFC 6238 appendix B: the seed "12345678901234567890".</summary>
    private static readonly Secret Seed = new("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");

    [Test]
    public async Task Follows_the_specification()
    {
        var time = new FakeTimeProvider(DateTimeOffset.FromUnixTimeSeconds(1_111_111_111));

        Assert.That(await OneTimeCode.ComputeAsync(Seed, time, CancellationToken.None), Is.EqualTo("050471"));
    }

    [Test]
    public async Task Waits_for_the_next_step_when_this_one_is_nearly_over()
    {
        // Step 37037036 ends at 1111111110.
        var time = new FakeTimeProvider(DateTimeOffset.FromUnixTimeSeconds(1_111_111_109));

        var code = OneTimeCode.ComputeAsync(Seed, time, CancellationToken.None);
        Assert.That(code.IsCompleted, Is.False);
        time.Advance(TimeSpan.FromSeconds(1.3));

        Assert.That(await code, Is.EqualTo("050471"));
    }

    [Test]
    public async Task A_bad_seed_is_named_without_being_quoted()
    {
        var seed = new Secret("not!base32");

        var fault = await Assert.ThrowsAsync<ProberFaultException>(() => OneTimeCode.ComputeAsync(seed, TimeProvider.System, CancellationToken.None));

        Assert.That(fault!.ToString(), Does.Contain("base32").And.Not.Contain("not!"));
    }
}

using NUnit.Framework;

namespace Prober.Tests.Scenarios;

public sealed class ObjectiveTests
{
    private const string Last = "schedule: { every: 5m, jitter: 30s }\n";

    [TestCase("99.9%", 0.999)]
    [TestCase("99%", 0.99)]
    [TestCase("0.5%", 0.005)]
    public void A_percentage_is_read_as_a_share(string text, double share) =>
        Assert.That(PortalScenario.With(Last, $"{Last}objective: {text}\n").Objective, Is.EqualTo(share));

    [Test]
    public void Without_it_there_is_none() => Assert.That(PortalScenario.With(Last, Last).Objective, Is.Null);

    [TestCase("99.9", "expected a percentage over 0% and under 100% such as 99.9%, found the number 99.9 without the sign.")]
    [TestCase("100%", "expected a percentage over 0% and under 100% such as 99.9%, found \"100%\".")]
    [TestCase("0%", "expected a percentage over 0% and under 100% such as 99.9%, found \"0%\".")]
    [TestCase("-1%", "expected a percentage over 0% and under 100% such as 99.9%, found \"-1%\".")]
    [TestCase("high", "expected a percentage over 0% and under 100% such as 99.9%, found \"high\".")]
    [TestCase("[99%]", "expected a percentage over 0% and under 100% such as 99.9%, found a list.")]
    [TestCase("", "expected a percentage over 0% and under 100% such as 99.9%, found nothing.")]
    public void What_is_none_is_refused(string text, string message) =>
        Assert.That(PortalScenario.Mistake(Last, $"{Last}objective: {text}\n"), Is.EqualTo($"portal.yaml:20:{(text.Length == 0 ? 1 : 12)}: objective: {message}"));
}

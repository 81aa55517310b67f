using NUnit.Framework;
using Prober.Checklist;

namespace Prober.Tests.Checklist.Checks.Claims.Saml;

public sealed class AssertionConditionsTests
{
    private const string Id = "claims-saml-conditions";

    [Test]
    public void A_healthy_answer_passes() => Assert.That(new SamlFlow().Ask(Id).Verdict, Is.EqualTo(Verdict.Pass));

    [Test]
    public void A_beginning_three_minutes_ahead_fails() => AssertionFamily.IsTheOnlyOneBroken(Id, "not-yet-valid", new() { Response = new() { NotBefore = TimeSpan.FromMinutes(3) } });

    [Test]
    public void A_beginning_within_the_allowance_is_a_warning() =>
        Assert.That(new SamlFlow { Response = new() { NotBefore = TimeSpan.FromSeconds(40) } }.Ask(Id), Has.Property("Verdict").EqualTo(Verdict.Warn).And.Not.Property("Verdict").EqualTo(Verdict.Fail));
}

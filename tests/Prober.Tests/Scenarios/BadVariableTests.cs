using NUnit.Framework;

namespace Prober.Tests.Scenarios;

/// <summary>Each mistake is one change to a healthy scenario; the message is exact, because a person works by it.</summary>
public sealed class BadVariableTests
{
    [TestCase(
        "password: ${PASSWORD}",
        "password: ${SHORT}",
        "portal.yaml:5:13: account.password: expected a password of at least 4 characters, found a shorter one.")]
    [TestCase(
        "password: ${PASSWORD}",
        "password: ${EMPTY}",
        "portal.yaml:5:13: account.password: expected a password, found an empty value.")]
    [TestCase(
        "username: ${USER}",
        "username: ${EMPTY}",
        "portal.yaml:4:13: account.username: expected a user name, found an empty value.")]
    [TestCase(
        "expect: {",
        "steps: [{ fill: { label: User, value: \"${SHORT}\" } }]\nexpect: {",
        "portal.yaml:18:39: steps[0].fill.value: expected a secret of at least 4 characters, found a shorter one.")]
    [TestCase(
        "${PASSWORD}",
        "${MISSING}",
        "portal.yaml:5:13: account.password: the variable MISSING is not set; set it in the environment or in the file given by --env-file.")]
    [TestCase(
        "${PASSWORD}",
        "${MISSING:?the probe account's password}",
        "portal.yaml:5:13: account.password: the variable MISSING is not set: the probe account's password")]
    [TestCase(
        "${PASSWORD}",
        "${EMPTY:?the probe account's password}",
        "portal.yaml:5:13: account.password: the variable EMPTY is not set: the probe account's password")]
    [TestCase(
        "${PASSWORD}",
        "${MISSING",
        "portal.yaml:5:13: account.password: expected ${NAME}, ${NAME:-default} or ${NAME:?message} after the characters ${; a dollar sign is $$.")]
    [TestCase(
        "${PASSWORD}",
        "${MISSING:+x}",
        "portal.yaml:5:13: account.password: expected ${NAME}, ${NAME:-default} or ${NAME:?message} after the characters ${; a dollar sign is $$.")]
    public void Variable_that_is_missing_empty_or_malformed_is_refused(string good, string bad, string message) =>
        Assert.That(PortalScenario.Mistake(good, bad), Is.EqualTo(message));
}

using NUnit.Framework;

namespace Prober.Tests.Scenarios;

/// <summary>Each mistake is one change to a healthy scenario; the message is exact, because a person works by it.</summary>
public sealed class BadLimitTests
{
    [TestCase(
        "expect: {",
        "budgets: { action: 40s }\nexpect: {",
        "portal.yaml:18:20: budgets.action: expected action (40s) to be less than phase (30s by default).")]
    [TestCase(
        "expect: {",
        "budgets: { phase: 3m }\nexpect: {",
        "portal.yaml:18:19: budgets.phase: expected phase (3m) to be less than run (2m by default).")]
    [TestCase(
        "expect: {",
        "budgets: { action: 50ms }\nexpect: {",
        "portal.yaml:18:20: budgets.action: expected a duration from 100ms to 5m, found \"50ms\".")]
    [TestCase(
        "expect: {",
        "budgets: { run: 6m }\nexpect: {",
        "portal.yaml:20:11: schedule: expected every (5m) to be longer than budgets.run (6m).")]
    [TestCase(
        "every: 5m, jitter: 30s",
        "every: 1m",
        "portal.yaml:19:11: schedule: expected every (1m) to be longer than budgets.run (2m by default).")]
    [TestCase(
        "every: 5m, jitter: 30s",
        "every: 5m, jitter: 5m",
        "portal.yaml:19:32: schedule.jitter: expected jitter to be less than every (5m).")]
    [TestCase(
        "every: 5m, jitter: 30s",
        "jitter: 5s",
        "portal.yaml:19:11: schedule: expected exactly one of every or cron, found none.")]
    [TestCase(
        "every: 5m, jitter: 30s",
        "every: 5m, cron: \"0 * * * *\"",
        "portal.yaml:19:11: schedule: expected exactly one of every or cron, found every and cron.")]
    [TestCase(
        "every: 5m, jitter: 30s",
        "cron: \"0 * *\"",
        "portal.yaml:19:19: schedule.cron: expected a cron expression of five, six or seven fields, found \"0 * *\" with 3.")]
    [TestCase(
        "every: 5m, jitter: 30s",
        "cron: \"61 * * * *\"",
        "portal.yaml:19:19: schedule.cron: expected a cron expression of five, six or seven fields, found \"61 * * * *\": its field for minutes is not valid.")]
    [TestCase(
        "every: 5m, jitter: 30s",
        "every: 5m, timezone: Europe/Copenhagen",
        "portal.yaml:19:34: schedule.timezone: timezone goes with cron, holidays or maintenance; every alone has no need of it.")]
    [TestCase(
        "every: 5m, jitter: 30s",
        "cron: \"0 * * * *\", timezone: Europe/Kobenhavn",
        "portal.yaml:19:42: schedule.timezone: expected a time zone such as Europe/Copenhagen that this machine knows, found \"Europe/Kobenhavn\".")]
    public void Limits_that_do_not_nest_are_refused(string good, string bad, string message) =>
        Assert.That(PortalScenario.Mistake(good, bad), Is.EqualTo(message));
}

using NUnit.Framework;

namespace Prober.Tests.Scenarios;

/// <summary>Each mistake is one change to a healthy scenario; the message is exact, because a person works by it.</summary>
public sealed class BadYamlTests
{
    [TestCase(
        "schedule: {",
        "schedule: [",
        "portal.yaml:19:36: not valid YAML: While parsing a flow sequence, did not find expected ',' or ']'.")]
    [TestCase(
        "account:\n",
        "account: !secret\n",
        "portal.yaml:3:10: expected a value without a tag; a text that begins with ! needs quotes.")]
    [TestCase(
        "name: portal\n",
        "---\nname: portal\n---\n",
        "portal.yaml:3:1: a second document begins here; expected one document in a file.")]
    [TestCase(
        "signedIn: { text: Welcome }",
        "signedIn: *welcome",
        "portal.yaml:9:15: this alias names no anchor that stands above it; a text that begins with * needs quotes.")]
    [TestCase(
        "signedIn: { text: Welcome }",
        "signedIn: &a { text: *a }",
        "portal.yaml:9:26: this alias stands inside what it names.")]
    [TestCase(
        "username: ${USER}",
        "\tusername: ${USER}",
        "portal.yaml:5:3: not valid YAML: While parsing a block mapping, did not find expected key. Line 4 is indented by a tab; YAML is indented by spaces.")]
    [TestCase(
        "account:\n  username: ${USER}\n  password: ${PASSWORD}",
        "account: { username: ${USER}, password: x }",
        "portal.yaml:3:23: not valid YAML: While parsing a flow mapping, did not find expected ',' or '}'. Inside { } and [ ] a variable needs quotes: \"${NAME}\".")]
    [TestCase(
        "name: portal\n",
        "? [a]\n: b\nname: portal\n",
        "portal.yaml:1:3: expected a key that is a text.")]
    public void Text_that_is_no_plain_YAML_is_refused(string good, string bad, string message) =>
        Assert.That(PortalScenario.Mistake(good, bad), Is.EqualTo(message));
}

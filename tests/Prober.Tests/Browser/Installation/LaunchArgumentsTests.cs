using NUnit.Framework;
using Prober.Browser.Installation;
using Prober.Browser.Installation.Machine;

namespace Prober.Tests.Browser.Installation;

public sealed class LaunchArgumentsTests
{
    [TestCase(MachineSystem.Linux, true, true)]
    [TestCase(MachineSystem.Linux, false, false)]
    [TestCase(MachineSystem.MacOS, true, false)]
    public void Sandbox_is_given_up_for_root_on_Linux_alone(MachineSystem system, bool root, bool without) => Assert.That(
        LaunchArguments.For(new(), new FakeMachine { System = system, IsRoot = root }).Contains("--no-sandbox"), Is.EqualTo(without));

    [Test]
    public void Own_arguments_come_last_and_errands_are_off()
    {
        var arguments = LaunchArguments.For(new() { Args = ["--lang=da"] }, new FakeMachine());

        Assert.That(arguments, Is.SupersetOf(new[] { "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-quic" }));
        Assert.That(arguments[^1], Is.EqualTo("--lang=da"));
    }

    [Test]
    public void Firefox_is_given_none_of_Chromiums() => Assert.That(
        LaunchArguments.For(new() { BrowserName = "firefox" }, new FakeMachine { IsRoot = true }), Is.Empty);
}

using Microsoft.Extensions.Time.Testing;
using NUnit.Framework;
using Prober.Reporting.Progress;
using Spectre.Console.Testing;

namespace Prober.Tests.Reporting.Progress;

public sealed class LivePhasesTests
{
    [Test]
    public void Writes_plain_lines_where_nothing_can_be_redrawn()
    {
        using var console = new TestConsole();
        var progress = LivePhases.On(console, new FakeTimeProvider(), verbose: false);
        Walk(progress);

        Assert.That(console.Output.ReplaceLineEndings("\n"), Is.EqualTo("✓ login portal (2.1 s)\n✗ sso billing (5.0 s): not reached, asked for a password\n"));
    }

    [Test]
    public void Tells_steps_when_verbose()
    {
        using var console = new TestConsole();
        Walk(LivePhases.On(console, new FakeTimeProvider(), verbose: true));

        Assert.That(console.Output.ReplaceLineEndings("\n"), Does.StartWith("> login portal\n    filled the password\n"));
    }

    [Test]
    public async Task Leaves_the_ended_phases_on_a_live_terminal()
    {
        using var console = new TestConsole().Interactive().EmitAnsiSequences();
        console.Profile.Capabilities.Ansi = true;
        var progress = LivePhases.On(console, TimeProvider.System, verbose: false);
        Walk(progress);
        Assert.That(progress, Is.InstanceOf<LivePhases>());
        await ((LivePhases)progress).DisposeAsync();

        Assert.That(console.Output, Does.Contain("✓ login portal (2.1 s)").And.Contain("✗ sso billing (5.0 s)"));
    }

    [Test]
    public void Tells_what_is_waited_for_though_not_verbose()
    {
        using var console = new TestConsole();
        LivePhases.On(console, new FakeTimeProvider(), verbose: false).Waiting("waiting for the log (up to 90 s)");

        Assert.That(console.Output.ReplaceLineEndings("\n"), Is.EqualTo("waiting for the log (up to 90 s)\n"));
    }

    [Test]
    public async Task Shows_what_is_waited_for_with_a_clock_on_a_live_terminal()
    {
        using var console = new TestConsole().Interactive().EmitAnsiSequences();
        console.Profile.Capabilities.Ansi = true;
        await using (var progress = (LivePhases)LivePhases.On(console, TimeProvider.System, verbose: false))
        {
            progress.Waiting("waiting for the log (up to 90 s)");
            await Task.Delay(TimeSpan.FromMilliseconds(300));
        }

        Assert.That(console.Output, Does.Contain("waiting for the log (up to 90 s) ("));
    }

    private static void Walk(IPhaseProgress progress)
    {
        progress.PhaseStarted("login", "portal");
        progress.Step("filled the password");
        progress.PhaseEnded("login", "portal", "reached", TimeSpan.FromMilliseconds(2140), null);
        progress.PhaseStarted("sso", "billing");
        progress.PhaseEnded("sso", "billing", "not reached", TimeSpan.FromSeconds(5), "asked for\na password");
    }
}

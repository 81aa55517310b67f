using Microsoft.Extensions.Time.Testing;
using NUnit.Framework;
using Prober.Browser.Installation.Machine;

namespace Prober.Tests.Browser.Installation.Machine;

[Platform("Linux,MacOsX")]
public sealed class ProcessRunnerTests
{
    private readonly FakeTimeProvider _clock = new();

    [Test]
    public async Task Both_streams_and_the_exit_code_are_told_without_colours()
    {
        var heard = new List<string>();
        var request = Shell("printf '\\033[2mone\\033[22m\\n'; echo two >&2; exit 3") with { Progress = new Listener(heard.Add) };

        var outcome = await new LocalMachine(TimeProvider.System).RunAsync(request, CancellationToken.None);

        Assert.That((outcome.Ending, outcome.ExitCode, outcome.Succeeded), Is.EqualTo((ProcessEnding.Exited, 3, false)));
        Assert.That(outcome.Lines, Is.EquivalentTo(new[] { "one", "two" }));
        Assert.That(heard, Is.EquivalentTo(outcome.Lines));
    }

    [Test]
    public async Task Program_that_is_not_there_is_no_exception()
    {
        var outcome = await new LocalMachine(_clock).RunAsync(
            new("/no/such/program", []) { Limit = TimeSpan.FromSeconds(1) }, CancellationToken.None);

        Assert.That(outcome.Ending, Is.EqualTo(ProcessEnding.NotStarted));
    }

    [Test]
    public async Task Silence_ends_a_program_and_its_children()
    {
        var spoke = new TaskCompletionSource();
        var request = Shell("echo begun; tail -f /dev/null") with
        {
            Limit = TimeSpan.FromHours(1),
            Silence = TimeSpan.FromMinutes(1),
            Progress = new Listener(_ => spoke.TrySetResult()),
        };
        var run = new LocalMachine(_clock).RunAsync(request, CancellationToken.None);
        await spoke.Task;

        _clock.Advance(TimeSpan.FromMinutes(1));

        var outcome = await run;
        Assert.That(outcome.Ending, Is.EqualTo(ProcessEnding.TimedOut));
        Assert.That(outcome.Lines, Is.EqualTo(new[] { "begun" }));
    }

    [Test]
    public async Task Cancelling_ends_the_program_and_is_told_as_cancelling()
    {
        using var cancel = new CancellationTokenSource();
        var spoke = new TaskCompletionSource();
        var request = Shell("echo begun; tail -f /dev/null") with { Progress = new Listener(_ => spoke.TrySetResult()) };
        var run = new LocalMachine(_clock).RunAsync(request, cancel.Token);
        await spoke.Task;

        await cancel.CancelAsync();

        Assert.That(async () => await run, Throws.InstanceOf<OperationCanceledException>());
    }

    private static ProcessRequest Shell(string script) => new("/bin/sh", ["-c", script]) { Limit = TimeSpan.FromMinutes(1) };

    private sealed class Listener(Action<string> hear) : IProgress<string>
    {
        public void Report(string value) => hear(value);
    }
}

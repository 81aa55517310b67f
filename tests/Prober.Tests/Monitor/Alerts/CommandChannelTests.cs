using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using NUnit.Framework;
using Prober.Monitor.Alerts;
using static Prober.Tests.Monitor.Alerts.AlertMessages;

namespace Prober.Tests.Monitor.Alerts;

[Platform(Exclude = "Win")]
public sealed class CommandChannelTests
{
    private DirectoryInfo _folder = null!;

    private string Said => Path.Combine(_folder.FullName, "said");

    [SetUp]
    public void Create() => _folder = Directory.CreateTempSubdirectory("prober-command-");

    [TearDown]
    public void Remove() => _folder.Delete(recursive: true);

    [Test]
    public async Task It_gets_the_alert_on_standard_input_and_its_arguments_as_they_stand()
    {
        await Shell("cat > \"$1\"; printf '\\n%s' \"$2\" >> \"$1\"", Said, "$(id) 'a b'").SendAsync(Open, default);
        var lines = await File.ReadAllLinesAsync(Said);
        var document = JsonNode.Parse(lines[0])!;
        Assert.That(((string?)document["status"], (string?)document["key"], (string?)document["title"]), Is.EqualTo(("firing", Broken.Id, "Login broken: login.example.com answered 503 <b>& more</b>.")));
        Assert.That(lines[1], Is.EqualTo("$(id) 'a b'"), "no shell of ours reads them");
    }

    [Test]
    public async Task It_does_not_see_the_variables_of_the_prober()
    {
        Environment.SetEnvironmentVariable("PROBER_COMMAND_TEST", "a secret");
        try
        {
            await Shell("env > \"$1\"", Said).SendAsync(Open, default);
        }
        finally
        {
            Environment.SetEnvironmentVariable("PROBER_COMMAND_TEST", null);
        }

        Assert.That(await File.ReadAllTextAsync(Said), Does.Contain("PATH=").And.Not.Contain("PROBER_"));
    }

    [Test]
    public void Its_exit_code_says_whether_it_took_the_alert()
    {
        Assert.That(async () => await Shell("exit 3").SendAsync(Open, default), Throws.TypeOf<AlertRefusedException>().With.Message.EqualTo("the command ended with exit code 3"));
        Assert.That(async () => await Shell("exit 0").SendAsync(Open, default), Throws.Nothing, "it need not read its input");
    }

    [Test]
    public void One_that_is_not_there_is_a_refusal() => Assert.That(
        async () => await Channels(("PROBER_ALERT_COMMAND", Path.Combine(_folder.FullName, "secret"))).Single().SendAsync(Open, default),
        Throws.TypeOf<AlertRefusedException>().With.Message.EqualTo("the command could not be started"));

    [Test, CancelAfter(60_000)]
    public async Task One_that_does_not_end_is_killed_with_its_children(CancellationToken cancellationToken)
    {
        var time = new FakeTimeProvider();
        var channel = new CommandChannel(["/bin/sh", "-c", "sleep 600 & echo $! > \"$1.new\"; mv \"$1.new\" \"$1\"; wait", "sh", Said], time);
        var sending = channel.SendAsync(Open, cancellationToken);
        while (!File.Exists(Said)) await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, cancellationToken);
        var child = (await File.ReadAllTextAsync(Said, cancellationToken)).Trim();
        Assert.That(IsAlive(child), Is.True);
        time.Advance(CommandChannel.Longest);
        Assert.That(async () => await sending, Throws.TypeOf<AlertRefusedException>().With.Message.EqualTo("the command did not end within 30 s"));
        while (IsAlive(child)) await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, cancellationToken);
    }

    // A killed process whose parent is gone may stay on the list until somebody takes note of its end.
    private static bool IsAlive(string id)
    {
        try
        {
            return File.ReadAllText($"/proc/{id}/stat").Split(' ')[2] != "Z";
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static CommandChannel Shell(string script, params string[] arguments) => new(["/bin/sh", "-c", script, "sh", .. arguments], TimeProvider.System);
}

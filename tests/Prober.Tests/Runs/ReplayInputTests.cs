using NUnit.Framework;
using Prober.Evidence.Har;
using Prober.Runs;
using Prober.Scenarios;

namespace Prober.Tests.Runs;

public sealed class ReplayInputTests
{
    private DirectoryInfo _folder = null!;

    [SetUp]
    public void Create() => _folder = Directory.CreateTempSubdirectory("prober-tests-");

    [TearDown]
    public void Delete() => _folder.Delete(recursive: true);

    [Test]
    public void More_than_one_scenario_is_refused() =>
        Assert.That(() => ReplayInput.Check(2, new()), Throws.TypeOf<UsageException>().With.Message.EqualTo("--replay: expected one scenario, the one that the recording is of, and there are 2"));

    [Test]
    public void A_browser_that_cannot_be_led_is_refused() => Assert.Multiple(() =>
    {
        Assert.That(() => ReplayInput.Check(1, new() { BrowserName = "firefox" }), Throws.TypeOf<UsageException>().With.Message
            .EqualTo("--replay: expected chromium, the only browser whose names can be led to a recording, and the settings name firefox"));
        Assert.That(() => ReplayInput.Check(1, new() { Connect = new(new Secret("wss://browsers.example.com/"), TimeSpan.FromSeconds(1), null, new Dictionary<string, Secret>()) }), Throws.TypeOf<UsageException>().With.Message
            .EqualTo("--replay: expected a browser of this machine, and the settings name one elsewhere (connectOptions), which cannot reach the recording"));
        Assert.That(() => ReplayInput.Check(1, new()), Throws.Nothing);
    });

    [Test]
    public void A_recording_without_an_answer_is_refused()
    {
        var file = Path.Combine(_folder.FullName, "empty.har");
        File.WriteAllText(file, """{ "log": { "version": "1.2", "creator": { "name": "Firefox", "version": "1" }, "entries": [] } }""");

        Assert.That(async () => await ReplayInput.ReadAsync(file, CancellationToken.None), Throws.TypeOf<UsageException>().With.Message.EqualTo($"{file}: expected a recording with answers, and it holds none"));
    }

    [Test]
    public void A_folder_that_is_no_run_is_refused() => Assert.That(async () => await ReplayInput.ReadAsync(_folder.FullName, CancellationToken.None),
        Throws.TypeOf<UsageException>().With.Message.EqualTo($"{_folder.FullName}: expected a folder with a manifest.json, as 'prober run' writes it"));

    [Test]
    public void What_is_not_there_is_told() => Assert.That(async () => await ReplayInput.ReadAsync(Path.Combine(_folder.FullName, "no.har"), CancellationToken.None),
        Throws.TypeOf<HarFormatException>().With.Message.EqualTo("no.har: cannot be read (there is no such file)"));

    [Test]
    public void A_recording_keeps_its_scripts()
    {
        var file = Path.Combine(_folder.FullName, "page.har");
        HarLog log = new()
        {
            Creator = "WebInspector",
            Entries = [new() { Index = 0, StartedAt = DateTimeOffset.UnixEpoch, Request = new() { Method = "GET", Url = "https://app.example.com/app.js", Headers = HarHeaders.None }, Response = new() { Status = 200, Headers = HarHeaders.None, MimeType = "text/javascript", Body = "go();" } }],
        };
        using (var stream = File.Create(file)) HarWriter.Write(log, stream);

        Assert.That(async () => (await ReplayInput.ReadAsync(file, CancellationToken.None)).Log.Entries.Single().Response.Body, Is.EqualTo("go();"));
    }
}

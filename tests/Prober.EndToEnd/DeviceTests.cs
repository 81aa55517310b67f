using NUnit.Framework;
using Prober.Browser.Configuration;
using Prober.Checklist;
using Prober.Lab;
using Prober.Runs;
using Prober.Scenarios;

namespace Prober.EndToEnd;

/// <summary>A project of playwright.config.json that imitates a phone: the journey goes through, and the evidence says what it was seen with.</summary>
[Parallelizable(ParallelScope.Self)]
public sealed class DeviceTests
{
    [Test]
    public async Task A_phone_of_Playwrights_list_logs_in_and_is_seen_as_one()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("prober-device-").FullName, "playwright.config.json");
        await File.WriteAllTextAsync(file, """{ "projects": [ { "name": "desktop", "use": {} }, { "name": "phone", "use": { "device": "Pixel 7" } } ] }""");
        var settings = BrowserSettingsLoader.Load(file, ScenarioVariables.Of(new Dictionary<string, string>()));
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);

        var run = await LabJourney.WalkAsync(
            new LabOptions(), settings: BrowserProjects.Choose(settings, "phone"), adjust: scenario => scenario with { Journey = [new LoginPhase("portal"), new LogoutPhase("portal")] }, pictures: false);
        Assert.Multiple(() =>
        {
            Assert.That(run.Report.Verdict, Is.EqualTo(Verdict.Pass).Or.EqualTo(Verdict.Warn), Story.Of(run));
            Assert.That(run.Evidence.Traffic.Value!.Entries[0].Request.Headers["user-agent"], Does.Contain("Pixel 7").And.Contain("Mobile"));
            Assert.That(() => BrowserProjects.Choose(settings, "tablet"), Throws.TypeOf<UsageException>().With.Message.EqualTo("--project tablet: expected desktop or phone"));
        });
    }
}

using Microsoft.Extensions.Time.Testing;
using NUnit.Framework;
using Prober.Monitor;
using Prober.Monitor.Scenarios;
using Prober.Scenarios;
using Prober.Tests.Scenarios.Format;

namespace Prober.Tests.Monitor.Scenarios;

public sealed class ScenarioFilesTests
{
    private readonly ScenarioShelf _shelf = new();
    private readonly List<string> _refused = [];
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 26, 12, 0, 0, TimeSpan.Zero));
    private DirectoryInfo _folder = null!;
    private ScenarioFiles _files = null!;

    [SetUp]
    public void Begin()
    {
        _folder = Directory.CreateTempSubdirectory("prober-scenarios-");
        _files = new(new MonitorOptions { DataFolder = "", Scenarios = [_folder.FullName] }, ScenarioVariables.Of(new Dictionary<string, string>()), _shelf, _time);
        foreach (var scenario in _shelf.All) _shelf.Remove(scenario.Name);
        _refused.Clear();
    }

    [TearDown]
    public void Remove() => _folder.Delete(recursive: true);

    [Test]
    public void A_changed_file_takes_effect_and_one_with_a_mistake_leaves_the_version_before_in_force()
    {
        Write("one.yaml", MonitoredScenario.Text("one"));
        Assert.That(_files.Look(_refused.Add), Is.True);
        Assert.That(_files.Look(_refused.Add), Is.False, "nothing has changed");

        Write("one.yaml", MonitoredScenario.Text("one", "10m"));
        Assert.That(_files.Look(_refused.Add), Is.True);
        Assert.That(_shelf.Find("one")!.Schedule!.Every, Is.EqualTo(TimeSpan.FromMinutes(10)));

        Write("one.yaml", MonitoredScenario.Text("one", "soon"));
        Assert.That(_files.Look(_refused.Add), Is.False);
        Assert.That(_refused.Single(), Does.Contain("one.yaml:8:").And.Contain("soon"));
        Assert.That(_shelf.Refused, Has.Count.EqualTo(1));
        Assert.That(_shelf.Find("one")!.Schedule!.Every, Is.EqualTo(TimeSpan.FromMinutes(10)));
    }

    [Test]
    public void A_file_of_holidays_that_changes_takes_effect_and_so_does_another_year()
    {
        Write("one.yaml", MonitoredScenario.Text("one", "5m, holidays: [closed.ics]"));
        Assert.That(_files.Look(_refused.Add), Is.False);
        Assert.That(_refused.Single(), Does.EndWith("one.yaml:8:35: schedule.holidays[0]: \"closed.ics\": the file does not exist."));
        Assert.That(_files.Look(_refused.Add), Is.False);
        Assert.That(_refused, Has.Count.EqualTo(1), "told once");

        Write("closed.ics", HolidayFileTests.Calendar("DTSTART;VALUE=DATE:20261224"));
        Assert.That(_files.Look(_refused.Add), Is.True);
        Assert.That(_shelf.Find("one")!.Schedule!.Holidays, Is.EqualTo(new DateOnly[] { new(2026, 12, 24) }));
        Assert.That(_files.Look(_refused.Add), Is.False, "nothing has changed");

        Write("closed.ics", HolidayFileTests.Calendar("DTSTART;VALUE=DATE:20290101"));
        Assert.That(_files.Look(_refused.Add), Is.True);
        Assert.That(_shelf.Find("one")!.Schedule!.Holidays, Is.Empty, "more than two years ahead");
        _time.Advance(TimeSpan.FromDays(40));
        Assert.That(_files.Look(_refused.Add), Is.True);
        Assert.That(_shelf.Find("one")!.Schedule!.Holidays, Is.EqualTo(new DateOnly[] { new(2029, 1, 1) }));

        Write("closed.ics", "not any more");
        Assert.That(_files.Look(_refused.Add), Is.False);
        Assert.That((_refused.Count, _shelf.Find("one")!.Schedule!.Holidays.Count), Is.EqualTo((2, 1)), "the version before goes on");
    }

    /// <summary>As Kubernetes changes the files of a ConfigMap: link to link to file, and the middle one is turned.</summary>
    [Test]
    public void A_link_that_leads_to_another_file_is_a_change()
    {
        if (OperatingSystem.IsWindows()) Assert.Ignore("links need a right of their own there");
        var versions = _folder.CreateSubdirectory("versions");
        File.WriteAllText(Path.Combine(versions.CreateSubdirectory("1").FullName, "one.yaml"), MonitoredScenario.Text("one", "5m"));
        File.WriteAllText(Path.Combine(versions.CreateSubdirectory("2").FullName, "one.yaml"), MonitoredScenario.Text("one", "15m"));
        var data = Path.Combine(_folder.FullName, "data");
        Directory.CreateSymbolicLink(data, "versions/1");
        File.CreateSymbolicLink(Path.Combine(_folder.FullName, "one.yaml"), "data/one.yaml");
        _files.Look(_refused.Add);
        Assert.That(_shelf.Find("one")!.Schedule!.Every, Is.EqualTo(TimeSpan.FromMinutes(5)));

        Directory.Delete(data);
        Directory.CreateSymbolicLink(data, "versions/2");
        Assert.That(_files.Look(_refused.Add), Is.True);
        Assert.That(_shelf.Find("one")!.Schedule!.Every, Is.EqualTo(TimeSpan.FromMinutes(15)));
    }

    [Test]
    public void A_file_that_is_gone_or_has_another_name_inside_takes_its_scenario_away()
    {
        Write("one.yaml", MonitoredScenario.Text("one"));
        Write("two.yaml", MonitoredScenario.Text("two"));
        _files.Look(_refused.Add);
        Write("one.yaml", MonitoredScenario.Text("renamed"));
        File.Delete(Path.Combine(_folder.FullName, "two.yaml"));
        Assert.That(_files.Look(_refused.Add), Is.True);
        Assert.That(_shelf.All.Select(scenario => scenario.Name), Is.EqualTo(new[] { "renamed" }));
    }

    [Test]
    public void Of_two_files_of_one_name_the_second_is_refused()
    {
        Write("a.yaml", MonitoredScenario.Text("one"));
        Write("b.yaml", MonitoredScenario.Text("one"));
        _files.Look(_refused.Add);
        Assert.That(_refused.Single(), Does.EndWith($"b.yaml: the name one is taken by {Path.Combine(_folder.FullName, "a.yaml")}"));
    }

    private void Write(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        var written = File.Exists(path) ? File.GetLastWriteTimeUtc(path) : DateTime.UnixEpoch;
        File.WriteAllText(path, text);
        // Two writes within the clock's grain must be told apart all the same.
        File.SetLastWriteTimeUtc(path, written.AddSeconds(1));
    }
}

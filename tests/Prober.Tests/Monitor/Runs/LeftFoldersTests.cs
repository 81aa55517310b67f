using NUnit.Framework;
using Prober.Monitor;
using Prober.Monitor.Runs;
using Prober.Monitor.Store;

namespace Prober.Tests.Monitor.Runs;

public sealed class LeftFoldersTests
{
    private StoreFile _file = null!;

    [SetUp]
    public async Task CreateAsync() => _file = await StoreFile.CreateAsync();

    [TearDown]
    public async Task DeleteAsync() => await _file.DisposeAsync();

    [Test]
    public async Task What_no_record_names_goes_after_a_day_also_of_a_node_beside_that_is_gone()
    {
        foreach (var node in (string[])["own", "gone"]) await MarkAsync(node);
        string[] left = [Make("own", "killed"), Make("gone", "killed")];
        string[] stay = [Make("own", "young", hours: 2), Make("own", "before", days: -30), Make("gone", "named")];
        await NameAsync(stay[2]);
        await Left("own").ClearAsync(default);
        Assert.That(left.Where(Directory.Exists), Is.Empty);
        Assert.That(stay.Where(Directory.Exists), Is.EqualTo(stay));
    }

    [Test]
    public async Task The_folder_of_another_store_is_left_alone()
    {
        await MarkAsync("own");
        var other = Make("other", "run");
        await Left("own").ClearAsync(default);
        Assert.That(Directory.Exists(other), "it has no marker");
        await File.WriteAllTextAsync(Path.Combine(_file.Folder, "other", "prober.store"), "another store");
        File.SetLastWriteTimeUtc(Path.Combine(_file.Folder, "other", "prober.store"), Now.AddDays(-9));
        await Left("own").ClearAsync(default);
        Assert.That(Directory.Exists(other), "it has another's");
    }

    [Test]
    public async Task The_marker_stays_as_it_is_while_the_store_is_the_same()
    {
        await MarkAsync("own");
        var marked = File.GetLastWriteTimeUtc(Path.Combine(_file.Folder, "own", "prober.store"));
        await Left("own").MarkAsync(default);
        Assert.That(File.GetLastWriteTimeUtc(Path.Combine(_file.Folder, "own", "prober.store")), Is.EqualTo(marked), "what came after it is this store's");
    }

    private DateTime Now => _file.Time.GetUtcNow().UtcDateTime;

    private LeftFolders Left(string node) => new(new MonitorOptions { DataFolder = Path.Combine(_file.Folder, node), Scenarios = [] }, new FolderStore(_file.Database), _file.Time);

    private async Task MarkAsync(string node)
    {
        Directory.CreateDirectory(Path.Combine(_file.Folder, node));
        await Left(node).MarkAsync(default);
        File.SetLastWriteTimeUtc(Path.Combine(_file.Folder, node, "prober.store"), Now.AddDays(-10));
    }

    /// <summary>A run's folder of two days ago, unless told.</summary>
    private string Make(string node, string run, int days = -2, int hours = 0)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_file.Folder, node, "runs", "portal", run)).FullName;
        Directory.SetLastWriteTimeUtc(folder, hours > 0 ? Now.AddHours(-hours) : Now.AddDays(days));
        return folder;
    }

    private async Task NameAsync(string folder)
    {
        var run = _file.Run("run");
        await _file.Runs.BeginAsync(run, default);
        await _file.Runs.EndAsync(run with { State = RunState.Completed, EndedAt = _file.Time.GetUtcNow(), Folder = folder }, [], [], default);
    }
}

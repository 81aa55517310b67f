using NUnit.Framework;
using Prober.Monitor.Store;

namespace Prober.Tests.Monitor.Store;

public sealed class BundleStoreTests
{
    private StoreFile _file = null!;
    private BundleStore _bundles = null!;

    [SetUp]
    public async Task CreateAsync()
    {
        _file = await StoreFile.CreateAsync();
        _bundles = new(_file.Database, _file.Time);
    }

    [TearDown]
    public async Task DeleteAsync() => await _file.DisposeAsync();

    [Test]
    public async Task Own_runs_wait_and_those_of_nodes_that_are_gone_but_not_those_of_a_living_one()
    {
        foreach (var node in (string[])["own", "living", "gone"]) await EndedAsync(node, node);
        await _file.Runs.BeginAsync(_file.Run("running", "own"), default);
        await _file.Runs.SeenAsync("living", default);
        await _file.Runs.SeenAsync("gone", default);
        Assert.That(await WaitingAsync(), Is.Empty, "a moment's rest for whoever hears of the run");
        _file.Time.Advance(TimeSpan.FromSeconds(6));
        Assert.That(await WaitingAsync(), Is.EqualTo(new[] { "own" }));
        _file.Time.Advance(RunStore.NodeIsGoneAfter);
        await _file.Runs.SeenAsync("living", default);
        Assert.That(await WaitingAsync(), Is.EquivalentTo(new[] { "own", "gone" }));
    }

    [Test]
    public async Task What_was_moved_is_in_one_place_and_a_record_that_is_gone_is_said()
    {
        await EndedAsync("run", "own");
        Assert.That(await _bundles.MovedAsync("run", "s3://evidence/run", 5, default), Is.True);
        var moved = (await _file.Runs.FindAsync("run", default))!;
        Assert.That((moved.Folder, moved.Bundle, moved.HasEvidence), Is.EqualTo((null as string, "s3://evidence/run", true)));
        Assert.That(await _bundles.MovedAsync("other", "s3://evidence/other", 5, default), Is.False);
    }

    [Test]
    public async Task What_a_node_began_to_write_leaves_the_bucket_unless_it_is_finished_or_the_record_is_gone()
    {
        await EndedAsync("run", "own");
        foreach (var id in (string[])["run", "left", "forgotten"]) await _bundles.BeginAsync($"s3://evidence/{id}", default);
        await _bundles.MovedAsync("run", "s3://evidence/run", 5, default);
        Assert.That(await _bundles.SparedAsync(default), Is.Empty, "they may still be written");
        await _bundles.MovedAsync("forgotten", "s3://evidence/forgotten", 5, default);
        Assert.That(await _bundles.SparedAsync(default), Is.EqualTo(new[] { "s3://evidence/forgotten" }), "no record names it");
        _file.Time.Advance(TimeSpan.FromHours(1));
        Assert.That(await _bundles.SparedAsync(default), Is.EqualTo(new[] { "s3://evidence/forgotten", "s3://evidence/left" }), "its node went away");
        await _bundles.GoneAsync("s3://evidence/left", default);
        Assert.That(await _bundles.SparedAsync(default), Is.EqualTo(new[] { "s3://evidence/forgotten" }));
    }

    private async Task<IEnumerable<string>> WaitingAsync() => (await _bundles.WaitingAsync("own", default)).Select(run => run.Id);

    private async Task EndedAsync(string id, string node)
    {
        var run = _file.Run(id, node);
        await _file.Runs.BeginAsync(run, default);
        await _file.Runs.EndAsync(run with { State = RunState.Completed, EndedAt = _file.Time.GetUtcNow(), Folder = "/folder" }, [], [], default);
    }
}

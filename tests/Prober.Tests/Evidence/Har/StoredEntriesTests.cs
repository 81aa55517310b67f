using System.Text;
using System.Text.Json.Nodes;
using NUnit.Framework;
using Prober.Evidence.Har;
using Prober.Evidence.Har.Inputs;
using Prober.Tests.Checklist;

namespace Prober.Tests.Evidence.Har;

public sealed class StoredEntriesTests
{
    private string _file = "";

    [SetUp]
    public void CreateFile() => _file = Path.Combine(Directory.CreateTempSubdirectory("har").FullName, "large.har");

    [TearDown]
    public void DeleteFile() => Directory.Delete(Path.GetDirectoryName(_file)!, recursive: true);

    [Test]
    public async Task Say_what_entries_that_are_held_say()
    {
        await WriteAsync(Journey());
        using var stored = await StoredAsync();

        Assert.That(Text(stored), Is.EqualTo(Text((await WholeAsync()).Entries)));
    }

    [Test]
    public async Task Come_in_time_order_whatever_the_order_in_the_file()
    {
        var journey = Journey();
        var entries = journey["log"]!["entries"]!.AsArray();
        var last = entries[^1]!;
        entries.RemoveAt(entries.Count - 1);
        entries.Insert(7, last);
        await WriteAsync(journey);
        var log = await ReadAsync();
        using var stored = (StoredEntries)log.Entries;

        Assert.That((log.Report.Reordered, Text(stored)), Is.EqualTo((true, Text((await WholeAsync()).Entries))));
    }

    [Test]
    public async Task An_entry_without_a_time_takes_that_before_it_and_one_without_a_url_is_left_out()
    {
        var journey = Journey();
        var entries = journey["log"]!["entries"]!.AsArray();
        entries[12]!.AsObject().Remove("startedDateTime");
        entries[14]!["request"]!.AsObject().Remove("url");
        entries[15]!.AsObject().Remove("request");
        // The time may stand behind everything else, as in Chrome's export.
        var time = entries[16]!["startedDateTime"]!.GetValue<string>();
        entries[16]!.AsObject().Remove("startedDateTime");
        entries[16]!["startedDateTime"] = time;
        await WriteAsync(journey);
        var log = await ReadAsync();
        using var stored = (StoredEntries)log.Entries;
        var whole = await WholeAsync();

        Assert.Multiple(() =>
        {
            Assert.That(Text(stored), Is.EqualTo(Text(whole.Entries)));
            Assert.That(log.Report.SkippedEntries, Is.EqualTo(2));
            Assert.That(log.Part([11, 12, 13]).Report.UndatedEntries, Is.EqualTo(whole.Report.UndatedEntries).And.EqualTo(1));
            Assert.That(log.Part([13, 14]).Report.UndatedEntries, Is.Zero);
        });
    }

    [Test]
    public async Task An_entry_longer_than_what_is_read_at_once_is_read_too()
    {
        var journey = Journey();
        var body = new string('b', 300_000);
        journey["log"]!["entries"]![20]!["response"]!["content"] = new JsonObject { ["size"] = body.Length, ["mimeType"] = "text/html", ["text"] = body };
        await WriteAsync(journey);
        using var stored = await StoredAsync();

        Assert.That(stored[20].Response.Body, Is.EqualTo(body));
    }

    [Test]
    public async Task What_is_wrong_inside_an_entry_is_told_with_its_place_in_the_file()
    {
        var text = Journey().ToJsonString(new() { WriteIndented = true });
        var at = text.LastIndexOf("\"headers\":", StringComparison.Ordinal);
        await File.WriteAllTextAsync(_file, text.Remove(at + "\"headers\"".Length, 1));
        using var stored = await StoredAsync();
        var whole = await Assert.ThrowsAsync<HarFormatException>(WholeAsync);

        Assert.That(() => Text(stored), Throws.TypeOf<HarFormatException>().With.Message.EqualTo(whole?.Message).And.Message.StartsWith("large.har: not a HAR: line "));
    }

    [Test]
    public async Task A_file_that_is_cut_has_what_stands_before_the_cut()
    {
        var text = Journey().ToJsonString();
        await File.WriteAllTextAsync(_file, text[..(text.Length * 3 / 4)]);
        var log = await ReadAsync();
        using var stored = (StoredEntries)log.Entries;

        Assert.That((log.Report.Truncated, Text(stored)), Is.EqualTo((true, Text((await WholeAsync()).Entries))));
    }

    [Test]
    public async Task A_file_of_few_entries_with_long_bodies_is_held()
    {
        var journey = Journey();
        journey["log"]!["entries"]![0]!["response"]!["content"]!["text"] = new string('b', 1_000_000);
        await WriteAsync(journey);

        Assert.That((await ReadAsync()).Entries, Is.Not.InstanceOf<StoredEntries>());
    }

    private static JsonObject Journey()
    {
        var written = new MemoryStream();
        HarWriter.Write(EvidenceBuilder.Live().Build().Traffic.Value!, written);
        var har = JsonNode.Parse(written.ToArray())!.AsObject();
        // What the writer knows of a former reading would stand for what is counted now.
        har["log"]!.AsObject().Remove("_prober");
        return har;
    }

    private Task WriteAsync(JsonObject har) => File.WriteAllTextAsync(_file, har.ToJsonString());

    private async Task<StoredEntries> StoredAsync() => (StoredEntries)(await ReadAsync()).Entries;

    private Task<HarLog> ReadAsync() => ReadAsync(HarReadOptions.Default with { HeldEntries = 3 });

    private Task<HarLog> WholeAsync() => ReadAsync(HarReadOptions.Default with { WholeEntries = 3 });

    private async Task<HarLog> ReadAsync(HarReadOptions options) => (await HarInput.ReadAsync(_file, Stream.Null, options, null, CancellationToken.None)).Single().Log;

    private static string Text(IReadOnlyList<HarEntry> entries)
    {
        var written = new MemoryStream();
        HarWriter.Write(new HarLog { Creator = "", Entries = [.. entries] }, written);
        return Encoding.UTF8.GetString(written.ToArray());
    }
}

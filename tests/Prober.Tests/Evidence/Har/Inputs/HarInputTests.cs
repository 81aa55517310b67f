using System.IO.Compression;
using System.Text;
using NUnit.Framework;
using Prober.Evidence.Har;
using Prober.Evidence.Har.Inputs;

namespace Prober.Tests.Evidence.Har.Inputs;

public sealed class HarInputTests
{
    private const string Har = """{"log":{"entries":[{"request":{"url":"https://a.example"},"response":{"status":200,"content":{"mimeType":"text/html","_file":"abc.html"}}}]}}""";
    private string _folder = "";

    [SetUp]
    public void CreateFolder() => _folder = Directory.CreateTempSubdirectory("har").FullName;

    [TearDown]
    public void DeleteFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task Bodies_beside_the_file_and_in_a_zip_are_found()
    {
        Write("a.har", Encoding.UTF8.GetBytes(Har));
        Write("abc.html", "page"u8.ToArray());
        Write("a.zip", Zip(("har.har", Har), ("abc.html", "page")));

        Assert.That((await ReadAsync("a.har")).Single().Log.Entries[0].Response.Body, Is.EqualTo("page"));
        Assert.That((await ReadAsync("a.zip")).Single().Log.Entries[0].Response.Body, Is.EqualTo("page"));
    }

    [Test]
    public async Task The_kind_is_told_by_the_content_on_disk_and_on_standard_input()
    {
        byte[][] kinds = [Encoding.UTF8.GetBytes(Har), Gzip(Har), Zip(("x/one.har", Har), ("two.har", Har), ("readme.txt", "no HAR"))];
        foreach (var bytes in kinds)
        {
            Write("customer.bin", bytes);
            var named = await ReadAsync("customer.bin");
            var piped = await HarInput.ReadAsync("-", new Piped(bytes), HarReadOptions.Default, null, CancellationToken.None);

            Assert.That(named.Select(document => document.Log.Entries.Count), Is.All.EqualTo(1));
            Assert.That(piped, Has.Count.EqualTo(named.Count).And.Count.EqualTo(bytes == kinds[2] ? 2 : 1));
        }
    }

    [Test]
    public async Task A_body_is_never_fetched_from_elsewhere()
    {
        Write("secret.html", "other"u8.ToArray());
        Directory.CreateDirectory(Path.Combine(_folder, "sub"));
        var har = Har.Replace("abc.html", "../secret.html", StringComparison.Ordinal);
        Write("sub/a.har", Encoding.UTF8.GetBytes(har));
        Write("sub/a.zip", Zip(("../../har.har", har)));

        Assert.That((await ReadAsync("sub/a.har"))[0].Log.Entries[0].Response.Body, Is.Null);
        Assert.That((await ReadAsync("sub/a.zip"))[0].Log.Entries[0].Response.Body, Is.Null);
        Assert.That(Directory.GetFiles(_folder, "*", SearchOption.AllDirectories), Has.Length.EqualTo(3));
    }

    [Test]
    public async Task What_cannot_be_read_is_named()
    {
        Write("a.zip", "PK\u0003\u0004 text"u8.ToArray());
        Write("b.zip", Zip(("readme.txt", "no HAR")));
        Write("c.har.gz", Gzip(Har)[..30]);
        Write("d.har", "{\"log\":\n 5}"u8.ToArray());
        Write("e.har.gz", Gzip(Har + new string(' ', 100_000)));

        await AssertRefusedAsync("a.zip: expected a whole zip, gzip or zlib file", "a.zip");
        await AssertRefusedAsync("b.zip: not a HAR: expected a .har file in the zip archive", "b.zip");
        await AssertRefusedAsync("c.har.gz: ", "c.har.gz");
        await AssertRefusedAsync("d.har: not a HAR: line 2, byte 2 (byte 9 of the file): expected \"log\" to be an object", "d.har");
        await AssertRefusedAsync("e.har.gz: expected no more than 10000 bytes", "e.har.gz", new() { MostUnpackedBytes = 10_000 });
        await AssertRefusedAsync("f.har: cannot be read (there is no such file)", "f.har");
    }

    [Test]
    public async Task Progress_counts_the_bytes_of_the_file_and_cancelling_stops_the_reading()
    {
        Write("a.har", Encoding.UTF8.GetBytes(Har));
        var seen = new List<HarReadProgress>();
        await HarInput.ReadAsync(Path.Combine(_folder, "a.har"), Stream.Null, HarReadOptions.Default, new Collected(seen), CancellationToken.None);
        using var cancelled = new CancellationTokenSource();
        var reading = HarInput.ReadAsync("-", new Endless(cancelled), HarReadOptions.Default, null, cancelled.Token);

        Assert.That(seen[^1].BytesTotal, Is.EqualTo(Har.Length));
        Assert.That(async () => await reading, Throws.InstanceOf<OperationCanceledException>());
    }

    private async Task AssertRefusedAsync(string message, string file, HarReadOptions? options = null)
    {
        try
        {
            await ReadAsync(file, options);
        }
        catch (HarFormatException refused)
        {
            Assert.That(refused.Message, Does.StartWith(message));
            return;
        }

        Assert.Fail($"{file} was read");
    }

    private Task<IReadOnlyList<HarDocument>> ReadAsync(string file, HarReadOptions? options = null) =>
        HarInput.ReadAsync(Path.Combine(_folder, file), Stream.Null, options ?? HarReadOptions.Default, null, CancellationToken.None);

    private void Write(string file, byte[] bytes) => File.WriteAllBytes(Path.Combine(_folder, file), bytes);

    private static byte[] Gzip(string text)
    {
        var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionMode.Compress)) gzip.Write(Encoding.UTF8.GetBytes(text));
        return bytes.ToArray();
    }

    private static byte[] Zip(params IEnumerable<(string Name, string Text)> files)
    {
        var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create))
        {
            foreach (var (name, text) in files)
            {
                using var content = archive.CreateEntry(name).Open();
                content.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return bytes.ToArray();
    }

    private sealed class Piped(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }

    private sealed class Endless(CancellationTokenSource cancel) : MemoryStream
    {
        public override bool CanSeek => false;

        public override int Read(Span<byte> buffer)
        {
            cancel.Cancel();
            buffer.Fill((byte)' ');
            return buffer.Length;
        }
    }

    private sealed class Collected(List<HarReadProgress> seen) : IProgress<HarReadProgress>
    {
        public void Report(HarReadProgress value) => seen.Add(value);
    }
}

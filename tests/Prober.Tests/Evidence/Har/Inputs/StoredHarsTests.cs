using System.IO.Compression;
using System.Text;
using NUnit.Framework;
using Prober.Evidence.Har;
using Prober.Evidence.Har.Inputs;

namespace Prober.Tests.Evidence.Har.Inputs;

public sealed class StoredHarsTests
{
    private const string Har = """{"log":{"entries":[]}}""";

    private DirectoryInfo _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("prober-stored-");

    [TearDown]
    public void Remove() => _folder.Delete(recursive: true);

    [Test]
    public void Plain_gzip_and_zlib_open_again_and_again_as_the_same_text()
    {
        var bytes = Encoding.UTF8.GetBytes(Har);
        string[] files =
        [
            Write("plain.har", stream => stream.Write(bytes)),
            Write("packed", stream => Pack(new GZipStream(stream, CompressionMode.Compress), bytes)),
            Write("flows.zhar", stream => Pack(new ZLibStream(stream, CompressionLevel.SmallestSize), bytes)),
        ];
        foreach (var file in files)
        {
            using var hars = StoredHars.Of(file);
            Assert.That(hars.All.Select(har => har.Name), Is.EqualTo(new[] { Path.GetFileName(file) }));
            Assert.That((Text(hars.All[0]), Text(hars.All[0])), Is.EqualTo((Har, Har)), file);
        }
    }

    [Test]
    public void An_archive_gives_all_its_recordings_with_the_bodies_beside_each()
    {
        using var hars = StoredHars.Of(Zip("two.zip", "a/one.har", "a/body.html", "b/one.har", "picture.png"));

        Assert.That(hars.All.Select(har => har.Name), Is.EqualTo(new[] { "one.har", "one.har" }));
        Assert.That(hars.All.Select(Text), Is.All.EqualTo(Har));
        Assert.That(hars.All.Select(har => har.Attachment("body.html") is not null), Is.EqualTo(new[] { true, false }));
        Assert.That(() => StoredHars.Of(Zip("none.zip", "readme.txt")), Throws.TypeOf<HarFormatException>().With.Message.EqualTo("not a HAR: expected a .har file in the zip archive"));
    }

    [Test]
    public void A_body_is_never_fetched_from_elsewhere()
    {
        var outside = Write("outside.html", stream => stream.Write("other"u8));
        Directory.CreateDirectory(Path.Combine(_folder.FullName, "sub"));
        using var hars = StoredHars.Of(Write("sub/a.har", stream => stream.Write(Encoding.UTF8.GetBytes(Har))));
        if (!OperatingSystem.IsWindows()) File.CreateSymbolicLink(Path.Combine(_folder.FullName, "sub", "link.html"), outside);

        Assert.That(new[] { "../outside.html", outside, "link.html", "a\0b", "" }.Select(hars.All[0].Attachment), Is.All.Null);
    }

    private string Zip(string file, params string[] names) => Write(file, stream =>
    {
        using var archive = new ZipArchive(stream, ZipArchiveMode.Create);
        foreach (var name in names)
        {
            using var content = archive.CreateEntry(name).Open();
            content.Write(Encoding.UTF8.GetBytes(Har));
        }
    });

    private string Write(string name, Action<Stream> write)
    {
        var path = Path.Combine(_folder.FullName, name);
        using var file = File.Create(path);
        write(file);
        return path;
    }

    private static void Pack(Stream packing, byte[] bytes)
    {
        using (packing) packing.Write(bytes);
    }

    private static string Text(StoredHar har)
    {
        using var reader = new StreamReader(har.Open());
        return reader.ReadToEnd();
    }
}

using System.IO.Compression;
using System.Text;
using NUnit.Framework;
using Prober.Evidence.Har;
using Prober.Evidence.Har.Inputs;

namespace Prober.Tests.Evidence.Har.Inputs;

public sealed class PackedHarTests
{
    private const string Har = """{"log":{"entries":[]}}""";

    private DirectoryInfo _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("prober-packed-");

    [TearDown]
    public void Remove() => _folder.Delete(recursive: true);

    [Test]
    public void Plain_gzip_zlib_and_the_only_one_of_a_zip_open_as_the_same_text()
    {
        Assert.That(Text(File("plain.har", stream => stream.Write(Encoding.UTF8.GetBytes(Har)))), Is.EqualTo(Har));
        Assert.That(Text(File("packed", stream =>
        {
            using var gzip = new GZipStream(stream, CompressionMode.Compress);
            gzip.Write(Encoding.UTF8.GetBytes(Har));
        })), Is.EqualTo(Har));
        Assert.That(Text(File("flows.zhar", stream =>
        {
            using var zlib = new ZLibStream(stream, CompressionLevel.SmallestSize);
            zlib.Write(Encoding.UTF8.GetBytes(Har));
        })), Is.EqualTo(Har));
        Assert.That(Text(Zip("one.har", "picture.png")), Is.EqualTo(Har));
    }

    [Test]
    public void An_archive_of_several_names_how_many()
    {
        var refused = Assert.Throws<HarFormatException>(() => PackedHar.Open(Zip("one.har", "two.har")));
        Assert.That(refused!.Message, Is.EqualTo("expected one .har file in the zip archive, and there are 2; unpack it first"));
    }

    private string Zip(params string[] names) => File("archive.zip", stream =>
    {
        using var archive = new ZipArchive(stream, ZipArchiveMode.Create);
        foreach (var name in names)
        {
            using var content = archive.CreateEntry(name).Open();
            content.Write(Encoding.UTF8.GetBytes(Har));
        }
    });

    private string File(string name, Action<Stream> write)
    {
        var path = Path.Combine(_folder.FullName, name);
        using var file = System.IO.File.Create(path);
        write(file);
        return path;
    }

    private static string Text(string path)
    {
        using var reader = new StreamReader(PackedHar.Open(path));
        return reader.ReadToEnd();
    }
}

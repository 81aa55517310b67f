using System.IO.Compression;
using System.Text;
using NUnit.Framework;
using Prober.Evidence.Redaction;

namespace Prober.Tests.Evidence.Redaction;

public sealed class RedactionAuditTests
{
    private string _folder = "";

    [SetUp]
    public void CreateFolder() => _folder = Directory.CreateTempSubdirectory("audit").FullName;

    [TearDown]
    public void DeleteFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void Archives_are_opened_and_a_hit_deletes_the_whole_file()
    {
        using (var archive = ZipFile.Open(Path.Combine(_folder, "trace.zip"), ZipArchiveMode.Create))
        using (var member = archive.CreateEntry("resources/body.gz", CompressionLevel.NoCompression).Open())
        using (var gzip = new GZipStream(member, CompressionMode.Compress))
        {
            gzip.Write(Encoding.UTF8.GetBytes($"\u00fc {{\"a\":\"{Uri.EscapeDataString(Canary.Password)}\"}}"));
        }

        File.WriteAllText(Path.Combine(_folder, "clean!name.txt"), "PK nothing here");

        var hits = new RedactionAudit(Canary.Typed()).Folder(_folder);

        Assert.That(hits, Is.EqualTo(new[]
        {
            new AuditHit { File = "trace.zip", Member = "resources/body.gz!gzip", Kind = SecretKind.Password, Encoding = SecretEncoding.Escaped, Offset = 9 },
        }));
        Assert.That(hits[0].ToString(), Is.EqualTo("Password (Escaped) in trace.zip, member resources/body.gz!gzip, byte 9"));
        RedactionAudit.DeleteHits(_folder, hits);
        Assert.That(Directory.EnumerateFiles(_folder).Select(Path.GetFileName), Is.EqualTo(["clean!name.txt"]));
    }

    [Test]
    public void Bytes_that_are_no_text_are_searched_too()
    {
        var bytes = new byte[] { 0x89, (byte)'P', 0xFF, 0, 0xFE }.Concat(Encoding.UTF8.GetBytes(Canary.Password)).ToArray();

        Assert.That(new RedactionAudit(Canary.Typed()).Stream("screen.png", new MemoryStream(bytes)).Single(), Has.Property("Offset").EqualTo(5).And.Property("Kind").EqualTo(SecretKind.Password));
    }

    [TestCase("size 493817", true)]
    [TestCase("code=493817&x", true)]
    [TestCase("code%3D493817%26", true)]
    [TestCase("2026-03-12T10:15:02.1493817Z", false)]
    [TestCase("0.493817", false)]
    [TestCase("a493817", false)]
    public void A_one_time_code_is_found_as_a_whole_only(string text, bool found) =>
        Assert.That(new RedactionAudit(Canary.Typed()).Stream("x", new MemoryStream(Encoding.UTF8.GetBytes(text))), found ? Is.Not.Empty : Is.Empty);
}

using System.IO.Compression;
using NUnit.Framework;
using Prober.Evidence.Har;

namespace Prober.Tests.Evidence.Har;

public sealed class HarFileTests
{
    private const string Har = """{"log":{"entries":[{"request":{"url":"https://a.example"},"response":{"status":200,"content":{"mimeType":"text/html","_file":"abc.html"}}}]}}""";
    private string _folder = "";

    [SetUp]
    public void CreateFolder() => _folder = Directory.CreateTempSubdirectory("har").FullName;

    [TearDown]
    public void DeleteFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void Bodies_beside_the_file_and_in_a_zip_are_found()
    {
        File.WriteAllText(Path.Combine(_folder, "a.har"), Har);
        File.WriteAllText(Path.Combine(_folder, "abc.html"), "page");
        var zip = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".zip");
        ZipFile.CreateFromDirectory(_folder, zip);
        File.Move(zip, Path.Combine(_folder, "a.zip"));

        Assert.That(HarFile.Read(Path.Combine(_folder, "a.har")).Entries[0].Response.Body, Is.EqualTo("page"));
        Assert.That(HarFile.Read(Path.Combine(_folder, "a.zip")).Entries[0].Response.Body, Is.EqualTo("page"));
    }

    [Test]
    public void A_body_is_never_fetched_from_elsewhere()
    {
        File.WriteAllText(Path.Combine(_folder, "secret.html"), "other");
        Directory.CreateDirectory(Path.Combine(_folder, "sub"));
        File.WriteAllText(Path.Combine(_folder, "sub", "a.har"), Har.Replace("abc.html", "../secret.html", StringComparison.Ordinal));

        Assert.That(HarFile.Read(Path.Combine(_folder, "sub", "a.har")).Entries[0].Response.Body, Is.Null);
    }

    [Test]
    public void What_is_no_archive_says_so()
    {
        File.WriteAllText(Path.Combine(_folder, "a.zip"), "text");
        Assert.That(() => HarFile.Read(Path.Combine(_folder, "a.zip")), Throws.TypeOf<HarFormatException>());
    }
}

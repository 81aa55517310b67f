using NUnit.Framework;
using Prober.Evidence;
using Prober.Evidence.Bundles;
using Prober.Evidence.Session;
using Prober.Evidence.Tokens;

namespace Prober.Tests.Evidence.Bundles;

public sealed class BundleWriterTests
{
    private string _root = "";

    [SetUp]
    public void CreateFolder() => _root = Directory.CreateTempSubdirectory("bundle").FullName;

    [TearDown]
    public void DeleteFolder() => Directory.Delete(_root, recursive: true);

    [Test]
    public void An_older_bundle_is_replaced_whole_and_no_draft_stays()
    {
        var folder = Path.Combine(_root, "run");
        BundleWriter.Write(RichBundle.Create(), folder);
        BundleWriter.Write(RichBundle.Create() with { Screens = new Dictionary<string, ReadOnlyMemory<byte>>() }, folder);

        Assert.That(Directory.Exists(Path.Combine(folder, "screens")), Is.False);
        Assert.That(Directory.EnumerateFileSystemEntries(_root), Has.Exactly(1).Items);
    }

    [Test]
    public void A_strangers_folder_is_left_alone()
    {
        File.WriteAllText(Path.Combine(_root, "thesis.txt"), "x");

        Assert.That(() => BundleWriter.Write(RichBundle.Create(), _root), Throws.TypeOf<IOException>().With.Message.Contains("no bundle"));
        Assert.That(() => BundleWriter.Write(RichBundle.Create(), Path.Combine(_root, "thesis.txt")), Throws.TypeOf<IOException>());
        Assert.That(File.Exists(Path.Combine(_root, "thesis.txt")), Is.True);
    }

    [Test]
    public void A_failed_write_leaves_nothing_behind()
    {
        var bundle = RichBundle.Create() with { Screens = new Dictionary<string, ReadOnlyMemory<byte>> { ["../evil.png"] = new byte[1] } };

        Assert.That(() => BundleWriter.Write(bundle, Path.Combine(_root, "run")), Throws.TypeOf<IOException>());
        Assert.That(Directory.EnumerateFileSystemEntries(_root), Is.Empty);
    }

    [Test]
    public void Raw_tokens_are_refused()
    {
        var token = TokenCapture.Of(TokenKind.Access, TokenPlace.File, "opaque", null, null, default);
        var bundle = RichBundle.Create() with { Tokens = Captured.Of<IReadOnlyList<CapturedToken>>([token]) };

        Assert.That(() => BundleWriter.Write(bundle, Path.Combine(_root, "run")), Throws.InvalidOperationException);
    }

    [Test]
    public void A_text_cut_in_the_middle_of_a_character_is_written_all_the_same()
    {
        var bundle = RichBundle.Create() with { Console = Captured.Of<IReadOnlyList<ConsoleEntry>>([new() { Kind = ConsoleKind.Log, At = default, Text = "cut \ud83d" }]) };

        BundleWriter.Write(bundle, Path.Combine(_root, "run"));

        Assert.That(BundleReader.Read(Path.Combine(_root, "run")).Console.Value![0].Text, Is.EqualTo("cut \uFFFD"));
    }

    [Test]
    public void A_trace_is_copied_when_asked_for()
    {
        var trace = Path.Combine(_root, "t.zip");
        File.WriteAllText(trace, "zip");
        BundleWriter.Write(RichBundle.Create(), Path.Combine(_root, "run"), new() { TraceFile = trace });

        Assert.That(File.ReadAllText(Path.Combine(_root, "run", "trace.zip")), Is.EqualTo("zip"));
    }
}

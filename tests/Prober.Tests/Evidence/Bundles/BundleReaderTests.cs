using System.Collections;
using System.Reflection;
using System.Text.Json.Nodes;
using NUnit.Framework;
using Prober.Evidence;
using Prober.Evidence.Bundles;

namespace Prober.Tests.Evidence.Bundles;

public sealed class BundleReaderTests
{
    private string _folder = "";

    [SetUp]
    public void CreateFolder() => _folder = Path.Combine(Directory.CreateTempSubdirectory("bundle").FullName, "run");

    [TearDown]
    public void DeleteFolder() => Directory.Delete(Path.GetDirectoryName(_folder)!, recursive: true);

    [Test]
    public void What_was_written_reads_back_member_for_member()
    {
        var bundle = RichBundle.Create();

        BundleWriter.Write(bundle, _folder);

        Assert.That(Dump(BundleReader.Read(_folder)), Is.EqualTo(Dump(bundle)));
    }

    [Test]
    public void Missing_parts_keep_their_reasons()
    {
        var bundle = new EvidenceBundle { Run = RichBundle.Create().Run, Expectations = new(), Traffic = Captured.Nothing<Prober.Evidence.Har.HarLog>("the browser never started") };

        BundleWriter.Write(bundle, _folder);

        var read = BundleReader.Read(_folder);
        Assert.That(Dump(read), Is.EqualTo(Dump(bundle)));
        Assert.That(read.Traffic.Missing, Is.EqualTo("the browser never started"));
        Assert.That(Directory.EnumerateFiles(_folder).Select(Path.GetFileName), Is.EquivalentTo(["manifest.json", "observations.json"]));
    }

    [Test]
    public void The_rich_bundle_leaves_no_member_at_its_default() =>
        Assert.That(Dump(RichBundle.Create()).Split('\n').Where(line => line.EndsWith("= null", StringComparison.Ordinal) || line.EndsWith("count 0", StringComparison.Ordinal))
            .Select(line => line.Split(' ')[0]).Where(path => !path.StartsWith("Traffic.", StringComparison.Ordinal) && !path.EndsWith(".Missing", StringComparison.Ordinal)),
            Is.EquivalentTo(["Expectations.Applications[0].RequiredClaims[name]", "Expectations.RequiredClaims[sub]", "Tokens.Value[0].Raw", "Assertions.Value[0].Signature.Raw", "Assertions.Value[0].Assertions[0].Signature.Raw", "Storage.Value[0].SessionStorage"]));

    [TestCase("manifest.json", "schemaVersion\": 1", "schemaVersion\": 2", "schemaVersion is 2, but this prober reads 1")]
    [TestCase("manifest.json", "schemaVersion\": 1", "schemaVersion\": \"x\"", "whole number")]
    [TestCase("manifest.json", "\"timed-out\"", "\"late\"", "at $.run.outcome")]
    [TestCase("observations.json", "\"at\": \"2026", "\"at\": \"x2026", "expected an instant such as")]
    [TestCase("tokens.json", "\"user-info\"", "5", "tokens.json: line")]
    [TestCase("traffic.har", "\"entries\"", "\"enries\"", "traffic.har: not a HAR")]
    public void A_damaged_file_is_named(string file, string from, string to, string message)
    {
        BundleWriter.Write(RichBundle.Create(), _folder);
        var path = Path.Combine(_folder, file);
        var text = File.ReadAllText(path);
        Assert.That(text, Does.Contain(from));
        File.WriteAllText(path, text.Replace(from, to, StringComparison.Ordinal));

        Assert.That(() => BundleReader.Read(_folder), Throws.TypeOf<BundleFormatException>().With.Message.Contains(message).And.Message.Contains(file));
    }

    [Test]
    public void A_file_that_went_missing_is_named()
    {
        BundleWriter.Write(RichBundle.Create(), _folder);
        File.Delete(Path.Combine(_folder, "screens", "01-login.png"));

        Assert.That(() => BundleReader.Read(_folder), Throws.TypeOf<BundleFormatException>().With.Message.Contains("01-login.png"));
        Assert.That(() => BundleReader.Read(Path.GetTempPath()), Throws.TypeOf<BundleFormatException>().With.Message.Contains("no manifest.json"));
    }

    /// <summary>One line for every value in the tree, by reflection, so that a member added later is compared too.</summary>
    private static string Dump(object? value, string path = "") => value switch
    {
        null => $"{path} = null\n",
        JsonNode json => $"{path} = {json.ToJsonString()}\n",
        ReadOnlyMemory<byte> bytes => $"{path} = {Convert.ToHexString(bytes.Span)}\n",
        DateTimeOffset time => $"{path} = {time.UtcTicks}\n",
        string or ValueType => $"{path} = {value}\n",
        IDictionary map => $"{path} count {map.Count}\n" + string.Concat(map.Keys.Cast<object>().OrderBy(key => key).Select(key => Dump(map[key], $"{path}[{key}]"))),
        IEnumerable items => $"{path} count {items.Cast<object>().Count()}\n" + string.Concat(items.Cast<object?>().Select((item, index) => Dump(item, $"{path}[{index}]"))),
        _ => string.Concat(value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(property => Dump(property.GetValue(value), $"{path}.{property.Name}".TrimStart('.')))),
    };
}

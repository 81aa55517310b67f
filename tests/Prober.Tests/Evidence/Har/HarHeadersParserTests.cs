using System.Text;
using NUnit.Framework;
using Prober.Evidence.Har;

namespace Prober.Tests.Evidence.Har;

/// <summary>However a recorder lays its headers out, and however often the layout changes within a file, they come out the same.</summary>
public sealed class HarHeadersParserTests
{
    private const string Plain = """[{"name":"Accept","value":"a, \"b\""},{"name":"X-Path","value":"C:\\dir\u00e9"},{"name":"accept","value":""}]""";

    private static readonly string[] Layouts =
    [
        Plain,
        Plain.Replace("{", "{\n          ", StringComparison.Ordinal).Replace(",\"value\":", ",\n          \"value\": ", StringComparison.Ordinal).Replace("}", "\n        }", StringComparison.Ordinal),
        Plain.Replace("\":\"", "\" : \"", StringComparison.Ordinal).Replace("]", " ]", StringComparison.Ordinal),
        """[{"value":"a, \"b\"","name":"Accept"},{"name":"X-Path","value":"C:\\dir\u00e9"},{"name":"accept","value":""}]""",
        """[{"name":"Accept","value":"a, \"b\""},{"name":"X-Path","value":"C:\\dir\u00e9","comment":"x"},{"name":"accept","value":""}]""",
        """[{"name":"Accept","value":"a, \"b\""},{"name":"X-Path","value":"C:\\dir\u00e9"},{"name":"accept","value":""},]""",
        """[{"name":"Accept","value":"a, \"b\""} /* , */ ,{"name":"X-Path","value":"C:\\diré"},{"name":"accept","value":null}]""",
        """[{"name":"Accept","value":"a, \"b\""},{"name":"","value":"none"},{"name":"X-Path","value":"C:\\dir\u00E9"},{"name":"accept"}]""",
        """[["Accept","a, \"b\""],["X-Path","C:\\dir\u00e9"],["accept",""]]""",
    ];

    [TestCase(64)]
    [TestCase(257)]
    [TestCase(128 * 1024)]
    public void Layouts_make_no_difference(int chunk)
    {
        var entries = Layouts.Concat(Layouts.Reverse()).Select(layout =>
            $$$"""{"request":{"headers":{{{layout}}},"method":"POST","url":"https://app.example/"},"response":{"status":200,"headers":{{{layout}}},"redirectURL":"r"}}""");
        var har = Encoding.UTF8.GetBytes($$$"""{"log":{"entries":[{{{string.Join(',', entries)}}}]}}""");

        var log = HarReader.Read(har, HarReadOptions.Default with { ChunkSize = chunk });

        foreach (var entry in log.Entries)
        {
            Assert.That(Text(entry.Request.Headers), Is.EqualTo("accept=a, \"b\"|x-path=C:\\dir\u00e9|accept="), $"entry {entry.Index}");
            Assert.That(Text(entry.Response.Headers), Is.EqualTo(Text(entry.Request.Headers)));
            Assert.That((entry.Request.Method, entry.Response.RedirectUrl), Is.EqualTo(("POST", "r")));
        }

        Assert.That(log.Entries, Has.Count.EqualTo(2 * Layouts.Length));
        Assert.That(log.Report.SkippedHeaders, Is.EqualTo(4));
    }

    [Test]
    public void What_stood_in_earlier_lists_makes_no_difference([Values(64, 1000, 128 * 1024)] int chunk)
    {
        // Not for security: a fixed seed makes every run the same.
        var random = new Random(20261130);
        string[] names = ["Accept", "Cookie", "set-cookie", "ETag", "é"], values = ["", "1", "1\"}", "\\", "a,b", "\u00e9", new string('x', 3000)];
        var lists = Enumerable.Range(0, 3000).Select(_ => Enumerable.Range(0, random.Next(8)).Select(_ => (Name: names[random.Next(names.Length)], Value: values[random.Next(values.Length)])).ToList()).ToList();
        var gaps = Enumerable.Range(0, 5).Select(length => new string(' ', length)).ToList();
        var entries = lists.Select(list => $$$"""{"request":{"url":"https://app.example/","headers":[{{{string.Join(',', list.Select(header =>
            $$"""{{{gaps[random.Next(2)]}}"name":"{{header.Name}}","value":"{{Escaped(header.Value)}}"}"""))}}}]}}""");

        var log = HarReader.Read(Encoding.UTF8.GetBytes($$$"""{"log":{"entries":[{{{string.Join(',', entries)}}}]}}"""), HarReadOptions.Default with { ChunkSize = chunk, WholeEntries = 100 });

        foreach (var entry in log.Entries)
            Assert.That(Text(entry.Request.Headers), Is.EqualTo(string.Join('|', lists[entry.Index].Select(header => $"{header.Name.ToLowerInvariant()}={header.Value}"))), $"entry {entry.Index}");
    }

    [TestCase("""[{"name":"a","value":"b"} {"name":"c","value":"d"}]""", "expected a comma or a closing bracket")]
    [TestCase("""[{"name":"a","value":"b"},{"name":"c" "value":"d"}]""", "expected a comma or a closing brace")]
    [TestCase("""[{"name":"a","value":"b"},,{"name":"c","value":"d"}]""", "expected a value")]
    public void Broken_lists_are_refused(string headers, string expected) => Assert.That(
        () => HarReader.Read(Encoding.UTF8.GetBytes($$$"""{"log":{"entries":[{"request":{"url":"https://a.example/","headers":{{{headers}}}}}]}}""")),
        Throws.TypeOf<HarFormatException>().With.Message.Contains(expected));

    private static string Escaped(string value) => value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);

    private static string Text(HarHeaders headers) => string.Join('|', headers.Select(header => $"{header.Name}={header.Value}"));
}

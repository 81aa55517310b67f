using System.Text;
using NUnit.Framework;
using Prober.Evidence.Har;
using Prober.Evidence.Har.Streaming;
using Prober.Tests.Checklist;

namespace Prober.Tests.Evidence.Har.Streaming;

/// <summary>Where a chunk happens to end must not change what is read: whole files, broken ones and cut ones.</summary>
public sealed class ChunkSizeTests
{
    private static readonly int[] Chunks = [1, 7, 64, 4096];

    [Test]
    public void Every_chunk_size_gives_the_same()
    {
        foreach (var text in Texts())
        {
            var whole = Outcome(text, int.MaxValue / 4096);
            foreach (var chunk in Chunks) Assert.That(Outcome(text, chunk), Is.EqualTo(whole), $"chunk {chunk}: {text}");
        }
    }

    [Test]
    public void The_pieces_of_a_file_are_the_file()
    {
        foreach (var text in Texts().Take(40))
        {
            foreach (var chunk in Chunks)
            {
                var pieces = new MemoryStream();
                var splitter = new HarEntrySplitter(new MemoryStream(Encoding.UTF8.GetBytes(text)), CancellationToken.None, chunk);
                try
                {
                    while (splitter.Read() is { } piece) pieces.Write(piece.Bytes.Span);
                }
                catch (HarFormatException)
                {
                    continue;
                }

                Assert.That(Encoding.UTF8.GetString(pieces.ToArray()), Is.EqualTo(text.Replace("\uD800", "\uFFFD", StringComparison.Ordinal)));
            }
        }
    }

    [Test]
    public void A_text_before_its_type_is_decided_by_what_follows()
    {
        const string Content = """{"log":{"entries":[{"response":{"content":{"text":"a\"b\\","mimeType":"TYPE","size":1},"headers":[]},"request":{"url":"https://a.example"}}]}}""";

        Assert.That(Read(Content.Replace("TYPE", "text/html", StringComparison.Ordinal), 7).Entries[0].Response.Body, Is.EqualTo("a\"b\\"));
        Assert.That(Read(Content.Replace("TYPE", "image/png", StringComparison.Ordinal), 7).Report.DroppedBodies, Is.EqualTo(1));
    }

    [Test]
    public void A_long_text_before_its_type_is_fetched_again()
    {
        var body = new string('x', 5_000_000);
        var har = $$"""{"log":{"entries":[{"response":{"content":{"text":"{{body}}","mimeType":"text/html"} },"request":{"url":"https://a.example"} } ] } }""";

        Assert.That(Read(har, 4096).Entries[0].Response.Body, Is.EqualTo(body));
    }

    private static IEnumerable<string> Texts()
    {
        var file = new MemoryStream();
        HarWriter.Write(new SamlFlow().Build().Traffic.Value!, file);
        return Mutations.Of(Encoding.UTF8.GetString(file.ToArray()), 120);
    }

    private static string Outcome(string text, int chunk)
    {
        try
        {
            var again = new MemoryStream();
            HarWriter.Write(Read(text, chunk), again);
            return Encoding.UTF8.GetString(again.ToArray());
        }
        catch (HarFormatException refused)
        {
            return refused.Message;
        }
    }

    private static HarLog Read(string text, int chunk) =>
        HarReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), new HarReadOptions { Bodies = BodyRetention.All, ChunkSize = chunk });
}

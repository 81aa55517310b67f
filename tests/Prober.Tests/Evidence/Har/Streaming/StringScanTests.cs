using NUnit.Framework;
using Prober.Evidence.Har.Streaming;

namespace Prober.Tests.Evidence.Har.Streaming;

/// <summary>Beside scanners that look at one byte after the other, over texts that are little but quotes, brackets and runs of backslashes.</summary>
public sealed class StringScanTests
{
    [Test]
    public void The_end_of_a_string_is_where_a_naive_scanner_finds_it()
    {
        foreach (var (bytes, cut) in Cases("ab\\\"", 20_000))
        {
            var scan = new StringScan();
            var end = scan.IndexOfEnd(bytes.AsSpan(0, cut));
            if (end < 0 && scan.IndexOfEnd(bytes.AsSpan(cut)) is >= 0 and var behind) end = cut + behind;

            Assert.That(end, Is.EqualTo(NaiveEnd(bytes, 0)), () => Text(bytes, cut));
        }
    }

    [Test]
    public void The_end_of_a_container_is_where_a_naive_scanner_finds_it()
    {
        foreach (var (bytes, cut) in Cases("ab{}[]\\\"\"/", 20_000))
        {
            bytes[0] = (byte)'{';
            var scan = new ContainerScan();
            var end = scan.IndexBehindEnd(bytes.AsSpan(0, cut), out var comment);
            if (end < 0 && comment < 0)
            {
                end = scan.IndexBehindEnd(bytes.AsSpan(cut), out comment);
                if (end >= 0) end += cut;
                if (comment >= 0) comment += cut;
            }

            Assert.That((end, comment), Is.EqualTo(NaiveContainer(bytes)), () => Text(bytes, cut));
        }
    }

    // Each in two pieces, the cut at any place: letters in front, and backslashes in long runs.
    private static IEnumerable<(byte[] Bytes, int Cut)> Cases(string letters, int count)
    {
        // Not for security: a fixed seed makes every run the same.
        var random = new Random(20261130);
        for (var round = 0; round < count; round++)
        {
            var bytes = new byte[random.Next(1, 400)];
            bytes.AsSpan().Fill((byte)'a');
            for (var at = random.Next(bytes.Length); at < bytes.Length; at++) bytes[at] = (byte)letters[random.Next(letters.Length)];
            var run = random.Next(bytes.Length);
            bytes.AsSpan(run, random.Next(bytes.Length - run)).Fill((byte)'\\');
            yield return (bytes, random.Next(1, bytes.Length + 1));
        }
    }

    private static int NaiveEnd(ReadOnlySpan<byte> bytes, int from)
    {
        for (var at = from; at < bytes.Length; at++)
        {
            if (bytes[at] == '"') return at;
            if (bytes[at] == '\\') at++;
        }

        return -1;
    }

    private static (int End, int Comment) NaiveContainer(ReadOnlySpan<byte> bytes)
    {
        var depth = 0;
        for (var at = 0; at < bytes.Length; at++)
        {
            if (bytes[at] == '"' && (at = NaiveEnd(bytes, at + 1)) < 0) break;
            if (bytes[at] == '/') return (-1, at);
            if (bytes[at] is (byte)'{' or (byte)'[') depth++;
            if (bytes[at] is (byte)'}' or (byte)']' && --depth == 0) return (at + 1, -1);
        }

        return (-1, -1);
    }

    private static string Text(byte[] bytes, int cut) => $"{System.Text.Encoding.ASCII.GetString(bytes)} cut at {cut}";
}

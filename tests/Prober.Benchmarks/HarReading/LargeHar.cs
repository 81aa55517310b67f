using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Prober.Benchmarks.HarReading;

/// <summary>
/// Makes a HAR of any size out of a recorded one: the journey again and again, as the recorder lays it out, with fresh ids, codes and
/// cookies each time. Body-heavy files carry the text of real scripts, as most of a real HAR is.
/// </summary>
internal sealed partial class LargeHar(JsonObject recording)
{
    private static readonly JsonSerializerOptions Layout = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="scripts">Texts that stand as bodies of script responses, one beside every recorded entry; none for a token-dense file.</param>
    /// <returns>Number of entries written.</returns>
    public int Write(string file, long bytes, IReadOnlyList<string> scripts)
    {
        var entries = recording["log"]!["entries"]!.AsArray().Select(entry => Pieces(WithoutBody(entry!))).ToList();
        var loads = scripts.Select((script, index) => Pieces(WithScript(recording["log"]!["entries"]![index % entries.Count]!, script))).ToList();
        using var stream = new FileStream(file, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 20);
        stream.Write("{\n  \"log\": {\n    \"version\": \"1.2\",\n    \"creator\": { \"name\": \"Playwright\", \"version\": \"1.64.1\" },\n    \"entries\": [\n"u8);
        var (count, walked) = (0, 0);
        while (stream.Position < bytes)
        {
            if (count > 0) stream.Write(",\n"u8);
            Write(stream, entries[walked % entries.Count], walked / entries.Count);
            count++;
            if (loads.Count > 0)
            {
                stream.Write(",\n"u8);
                Write(stream, loads[walked % loads.Count], walked / entries.Count);
                count++;
            }

            walked++;
        }

        stream.Write("\n    ]\n  }\n}\n"u8);
        return count;
    }

    /// <summary>An entry cut behind the first characters of every id in it.</summary>
    private static List<byte[]> Pieces(JsonNode entry)
    {
        var text = entry.ToJsonString(Layout);
        var pieces = new List<byte[]>();
        var from = 0;
        foreach (Match id in LongId().Matches(text))
        {
            pieces.Add(Encoding.UTF8.GetBytes(text[from..id.Index]));
            from = id.Index + 8;
        }

        pieces.Add(Encoding.UTF8.GetBytes(text[from..]));
        return pieces;
    }

    private static void Write(Stream stream, List<byte[]> pieces, int walk)
    {
        var fresh = Encoding.ASCII.GetBytes(walk.ToString("x8", CultureInfo.InvariantCulture));
        stream.Write(pieces[0]);
        foreach (var piece in pieces.Skip(1))
        {
            stream.Write(fresh);
            stream.Write(piece);
        }
    }

    private static JsonNode WithoutBody(JsonNode entry)
    {
        var copy = entry.DeepClone();
        copy["response"]!["content"]!.AsObject().Remove("text");
        return copy;
    }

    private static JsonNode WithScript(JsonNode entry, string script)
    {
        var copy = entry.DeepClone();
        copy["response"]!["content"] = new JsonObject { ["size"] = script.Length, ["mimeType"] = "text/javascript", ["text"] = script };
        return copy;
    }

    [GeneratedRegex("[A-Za-z0-9_-]{32,}")]
    private static partial Regex LongId();
}

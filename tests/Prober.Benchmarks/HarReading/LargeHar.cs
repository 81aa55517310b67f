using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Prober.Benchmarks.HarReading;

/// <summary>
/// Makes a HAR of any size out of a recorded one: the journey again and again, as the recorder lays it out, with fresh ids, codes and
/// cookies each time. Body-heavy files carry the text of real scripts, as most of a real HAR is; a file of a site carries what its pages load.
/// </summary>
internal sealed partial class LargeHar(JsonObject recording)
{
    private static readonly JsonSerializerOptions Layout = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Nothing but the journey, bodies left out: more logins in one file than anybody records.</summary>
    /// <returns>Number of entries written.</returns>
    public int WriteJourneys(string file, long bytes) => Write(file, bytes, _ => []);

    /// <summary>A journey with the static files of its pages, bodies left out.</summary>
    /// <returns>Number of entries written.</returns>
    public int WriteSite(string file, long bytes)
    {
        var loads = Recorded.Select((entry, index) => SiteFiles.Beside(entry!, index).Select(Pieces).ToList()).ToList();
        return Write(file, bytes, walked => loads[walked % loads.Count]);
    }

    /// <param name="scripts">Texts that stand as bodies of script responses, one beside every recorded entry.</param>
    /// <returns>Number of entries written.</returns>
    public int WriteScripts(string file, long bytes, IReadOnlyList<string> scripts)
    {
        var loads = scripts.Select((script, index) => Pieces(WithScript(Recorded[index % Recorded.Count]!, script))).ToList();
        return Write(file, bytes, walked => [loads[walked % loads.Count]]);
    }

    private JsonArray Recorded => recording["log"]!["entries"]!.AsArray();

    private int Write(string file, long bytes, Func<int, IReadOnlyList<List<byte[]>>> beside)
    {
        var entries = Recorded.Select(entry => Pieces(WithoutBody(entry!))).ToList();
        using var stream = new FileStream(file, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 20);
        stream.Write("{\n  \"log\": {\n    \"version\": \"1.2\",\n    \"creator\": { \"name\": \"Playwright\", \"version\": \"1.64.1\" },\n    \"entries\": [\n"u8);
        var (count, walked) = (0, 0);
        while (stream.Position < bytes)
        {
            if (count > 0) stream.Write(",\n"u8);
            Write(stream, entries[walked % entries.Count], walked / entries.Count);
            count++;
            foreach (var load in beside(walked))
            {
                stream.Write(",\n"u8);
                Write(stream, load, walked / entries.Count);
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

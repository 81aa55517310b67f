using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Prober.Benchmarks.HarReading;

/// <summary>
/// Makes a HAR of any size out of a recorded one: the journey again and again, one after the other, as the recorder lays it out, with fresh ids,
/// codes and cookies each time. Body-heavy files carry the text of real scripts, as most of a real HAR is; a file of a site carries what its pages load.
/// </summary>
internal sealed partial class LargeHar(JsonObject recording)
{
    private const string Instant = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    /// <summary>From the beginning of one journey to that of the next: longer than the journey.</summary>
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(30);

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

    private int Write(string file, long bytes, Func<int, IReadOnlyList<List<Piece>>> beside)
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

    /// <summary>An entry cut behind the first characters of every id in it, and at its times.</summary>
    private static List<Piece> Pieces(JsonNode entry)
    {
        var text = entry.ToJsonString(Layout);
        var pieces = new List<Piece>();
        var from = 0;
        foreach (Match found in Changing().Matches(text))
        {
            var before = Encoding.UTF8.GetBytes(text[from..found.Index]);
            var isId = found.Groups["id"].Success;
            var format = found.Groups["instant"].Success ? Instant : "r";
            pieces.Add(isId ? new Piece(before, null, "") : new Piece(before, DateTimeOffset.Parse(found.Value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal), format));
            from = found.Index + (isId ? 8 : found.Length);
        }

        pieces.Add(new Piece(Encoding.UTF8.GetBytes(text[from..]), null, ""));
        return pieces;
    }

    private static void Write(Stream stream, List<Piece> pieces, int walk)
    {
        var fresh = Encoding.ASCII.GetBytes(walk.ToString("x8", CultureInfo.InvariantCulture));
        foreach (var piece in pieces.SkipLast(1))
        {
            stream.Write(piece.Text);
            stream.Write(piece.Time is { } time ? Encoding.ASCII.GetBytes((time.ToUniversalTime() + walk * Every).ToString(piece.Format, CultureInfo.InvariantCulture)) : fresh);
        }

        stream.Write(pieces[^1].Text);
    }

    /// <summary>Text that stays, and what follows it: a time, or without one an id.</summary>
    private readonly record struct Piece(byte[] Text, DateTimeOffset? Time, string Format);

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

    [GeneratedRegex("""(?<instant>[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{8}\.[0-9]{3}Z)|(?<date>[A-Z][a-z]{2}, [0-9]{2} [A-Z][a-z]{2} [0-9]{4} [0-9:]{8} GMT)|(?<id>[A-Za-z0-9_-]{32,})""", RegexOptions.ExplicitCapture)]
    private static partial Regex Changing();
}

using System.Globalization;
using System.Text;
using Prober.Evidence.Har.Streaming;

namespace Prober.Evidence.Har;

/// <summary>
/// Reads one element of a SAML-tracer export's <c>requests</c> (github.com/simplesamlphp/SAML-tracer, src/SAMLTraceIO.js): <c>method</c>,
/// <c>url</c>, <c>requestHeaders</c>, <c>post</c>, <c>responseStatus</c>, <c>responseHeaders</c>. Exports before 1.0 have headers as pairs. It
/// keeps no bodies of responses.
/// </summary>
internal sealed class SamlTracerParser(HarReadTally tally, StringPool pool)
{
    public const string Creator = "SAML-tracer";

    private readonly HarHeadersParser _requestHeaders = new(tally, pool);
    private readonly HarHeadersParser _responseHeaders = new(tally, pool);
    private DateTimeOffset _previous = DateTimeOffset.UnixEpoch;
    private int _index;

    public HarEntry? Read(JsonStreamReader json)
    {
        if (!json.BeginObject())
        {
            json.SkipValue();
            tally.SkippedEntries++;
            return null;
        }

        string? method = null, url = null, body = null;
        long status = 0;
        double? time = null;
        List<HarHeader> request = [], response = [];
        while (json.NextMember())
        {
            if (json.Is("method"u8)) method = json.PooledText(pool);
            else if (json.Is("url"u8)) url = json.Text();
            else if (json.Is("requestHeaders"u8)) request = _requestHeaders.Read(json);
            else if (json.Is("responseHeaders"u8)) response = _responseHeaders.Read(json);
            else if (json.Is("responseStatus"u8)) status = json.Integer() ?? 0;
            else if (json.Is("timeStamp"u8)) time = json.Number();
            else if (json.Is("post"u8)) body = Form(json);
            else json.SkipValue();
        }

        if (string.IsNullOrEmpty(url))
        {
            tally.SkippedEntries++;
            return null;
        }

        return new HarEntry
        {
            Index = _index++,
            StartedAt = Started(time, response),
            Request = new()
            {
                Method = method?.ToUpperInvariant() ?? "GET",
                Url = url,
                Headers = pool.Shared(request),
                PostData = body is null ? null : new HarPostData("application/x-www-form-urlencoded", body),
            },
            Response = new() { Status = status is > 0 and < 1000 ? (int)status : 0, Headers = pool.Shared(response) },
        };
    }

    // Pairs of name and value, or an object with a list of values under each name, as the browser's webRequest interface has it.
    private static string? Form(JsonStreamReader json)
    {
        var fields = new StringBuilder();
        if (json.BeginArray())
        {
            while (json.NextElement())
            {
                if (!json.BeginArray()) json.SkipValue();
                else if (json.NextElement()) Add(fields, json.Text(), json);
            }
        }
        else if (json.BeginObject())
        {
            while (json.NextMember())
            {
                var name = Encoding.UTF8.GetString(json.Name);
                if (json.BeginArray()) Add(fields, name, json);
                else Add(fields, name, json.Text());
            }
        }
        else json.SkipValue();

        return fields.Length == 0 ? null : fields.ToString();
    }

    private static void Add(StringBuilder fields, string? name, JsonStreamReader json)
    {
        while (json.NextElement()) Add(fields, name ?? "", json.Text());
    }

    private static void Add(StringBuilder fields, string name, string? value) =>
        fields.Append(fields.Length == 0 ? "" : "&").Append(Uri.EscapeDataString(name)).Append('=').Append(Uri.EscapeDataString(value ?? ""));

    // Milliseconds since 1970, as the browser gives them; exports keep them only in some versions. Else the answer's Date, which has whole
    // seconds of each host's own clock: the order of the file, which is that of the requests, goes before it.
    private DateTimeOffset Started(double? time, List<HarHeader> response)
    {
        if (time is > 0 and < 253_402_300_799_000 && DateTimeOffset.FromUnixTimeMilliseconds((long)time) is var started && RecordedTime.IsPossible(started)) return _previous = started;
        if (DateTimeOffset.TryParseExact(response.Find(header => header.Name == "date")?.Value, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) && RecordedTime.IsPossible(date))
            return _previous = date > _previous ? date : _previous;
        tally.UndatedEntries++;
        return _previous;
    }
}

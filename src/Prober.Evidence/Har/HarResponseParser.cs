using System.Text;
using Prober.Evidence.Har.Streaming;

namespace Prober.Evidence.Har;

/// <summary>Reads the response of an entry.</summary>
internal sealed class HarResponseParser(HarReadOptions options, HarReadTally tally, StringPool pool)
{
    private readonly HarHeadersParser _headers = new(tally, pool);
    private readonly HarContentParser _contents = new(options, tally, pool);

    public HarResponse? Read(JsonStreamReader json, ref bool worker)
    {
        if (!json.BeginObject())
        {
            json.SkipValue();
            return null;
        }

        long status = 0;
        string? redirect = null, failure = null;
        List<HarHeader>? headers = null;
        byte[]? cookies = null;
        HarContent? content = null;
        while (json.NextMember())
        {
            if (json.Is("status"u8)) status = json.Integer() ?? 0;
            else if (json.Is("headers"u8)) headers = _headers.Read(json);
            else if (json.Is("cookies"u8)) cookies = HarHeadersParser.ReadCookies(json, headers ?? [], "set-cookie");
            else if (json.Is("redirectURL"u8)) redirect = json.PooledText(pool);
            else if (json.Is("_failureText"u8) || json.Is("_error"u8)) failure = json.Text() ?? failure;
            else if (HarEntryParser.IsWorker(json)) worker |= json.Text() == "true";
            else if (json.Is("content"u8)) content = _contents.Read(json);
            else json.SkipValue();
        }

        headers ??= [];
        _headers.Complete(headers, cookies, "set-cookie");
        var response = new HarResponse
        {
            Status = status is > 0 and < 1000 ? (int)status : 0,
            Headers = new HarHeaders(headers),
            RedirectUrl = string.IsNullOrEmpty(redirect) ? null : redirect,
            Failure = string.IsNullOrEmpty(failure) ? null : failure,
        };
        return content is null ? response : WithContent(response, content, json);
    }

    private HarResponse WithContent(HarResponse response, HarContent content, JsonStreamReader json)
    {
        var type = MediaTypes.Essence(content.MimeType) is null ? response.Headers["content-type"] : content.MimeType;
        var body = _contents.Body(content, type, json);
        return response with
        {
            MimeType = MediaTypes.Essence(type) is { } essence ? Pooled(essence) : null,
            Body = body,
            BodySize = content.Size ?? (body is null ? -1 : Encoding.UTF8.GetByteCount(body)),
        };
    }

    private string Pooled(string essence)
    {
        var raw = Encoding.UTF8.GetBytes(essence);
        return pool.Find(raw) ?? pool.Add(raw, essence);
    }
}

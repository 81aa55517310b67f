using System.Runtime.CompilerServices;
using System.Text;
using Prober.Evidence.Har.Streaming;

namespace Prober.Evidence.Har;

/// <summary>Reads the response of an entry.</summary>
internal sealed class HarResponseParser(HarReadOptions options, HarReadTally tally, StringPool pool)
{
    private readonly HarHeadersParser _headers = new(tally, pool);
    private readonly HarContentParser _contents = new(options, tally, pool);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public HarResponse? Read(JsonStreamReader json, bool maybeFile, ref bool worker, out bool isFile)
    {
        isFile = false;
        if (!json.BeginObject())
        {
            json.SkipValue();
            return null;
        }

        long status = 0;
        string? redirect = null, failure = null;
        HarContent? content = null;
        _headers.Begin(maybeFile);
        while (json.NextMember())
        {
            if (json.Is("status"u8)) status = json.Integer() ?? 0;
            else if (json.Is("headers"u8)) _headers.Read(json);
            else if (json.Is("cookies"u8)) _headers.ReadCookies(json, "set-cookie");
            else if (json.Is("redirectURL"u8)) redirect = json.PooledText(pool);
            else if (json.Is("_failureText"u8) || json.Is("_error"u8)) failure = json.Text() ?? failure;
            else if (HarEntryParser.IsWorker(json)) worker |= json.Text() == "true";
            else if (json.Is("content"u8)) content = _contents.Read(json);
            else json.SkipValue();
        }

        _headers.Complete("set-cookie");
        var type = content is null || _contents.Essence(content.MimeType) is not null ? content?.MimeType : _headers.Value("content-type");
        var body = content is null ? null : _contents.Body(content, type, json);
        isFile = maybeFile && body is null && string.IsNullOrEmpty(failure) && status is (200 or 206 or 304) && MediaTypes.IsStatic(_contents.Essence(type)) && _headers.Value("set-cookie") is null;
        return new HarResponse
        {
            Status = status is > 0 and < 1000 ? (int)status : 0,
            Headers = isFile ? _headers.OfFile() : _headers.All(json),
            RedirectUrl = string.IsNullOrEmpty(redirect) ? null : redirect,
            Failure = string.IsNullOrEmpty(failure) ? null : failure,
            MimeType = _contents.Essence(type),
            Body = body,
            BodySize = content?.Size ?? (body is null ? -1 : Encoding.UTF8.GetByteCount(body)),
        };
    }
}

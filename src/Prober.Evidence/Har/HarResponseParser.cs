using System.Text;
using System.Text.Json;

namespace Prober.Evidence.Har;

/// <summary>Reads the response of an entry.</summary>
internal sealed class HarResponseParser(HarReadOptions options, HarReadTally tally)
{
    private readonly HarHeadersParser _headers = new(tally);

    public HarResponse? Read(ref Utf8JsonReader reader, ref bool worker)
    {
        long status = 0;
        string? redirect = null, failure = null;
        List<HarHeader> headers = [];
        List<Dictionary<string, string>> cookies = [];
        var content = default(Utf8JsonReader);
        var hasContent = false;
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return null;
        }

        while (LenientJson.NextMember(ref reader))
        {
            if (reader.ValueTextEquals("status"u8)) status = NextInteger(ref reader);
            else if (reader.ValueTextEquals("headers"u8)) headers = _headers.Read(ref reader);
            else if (reader.ValueTextEquals("cookies"u8)) cookies = HarHeadersParser.ReadObjects(ref reader);
            else if (reader.ValueTextEquals("redirectURL"u8)) redirect = HarEntryParser.Next(ref reader);
            else if (reader.ValueTextEquals("_failureText"u8) || reader.ValueTextEquals("_error"u8)) failure = HarEntryParser.Next(ref reader) ?? failure;
            else if (HarEntryParser.IsWorker(ref reader)) worker |= HarEntryParser.Next(ref reader) == "true";
            else if (reader.ValueTextEquals("content"u8))
            {
                // Read later: whether the body is kept may hang on the Content-Type header.
                reader.Read();
                content = reader;
                hasContent = true;
                reader.Skip();
            }
            else HarEntryParser.SkipValue(ref reader);
        }

        _headers.Complete(headers, cookies, "set-cookie");
        var response = new HarResponse
        {
            Status = status is > 0 and < 1000 ? (int)status : 0,
            Headers = new HarHeaders(headers),
            RedirectUrl = string.IsNullOrEmpty(redirect) ? null : redirect,
            Failure = string.IsNullOrEmpty(failure) ? null : failure,
        };
        return hasContent && content.TokenType == JsonTokenType.StartObject ? WithContent(response, ref content) : response;
    }

    private static long NextInteger(ref Utf8JsonReader reader)
    {
        reader.Read();
        return LenientJson.Integer(ref reader) ?? 0;
    }

    private HarResponse WithContent(HarResponse response, ref Utf8JsonReader reader)
    {
        string? type = null, encoding = null, file = null;
        long? size = null;
        var text = default(Utf8JsonReader);
        var hasText = false;
        while (LenientJson.NextMember(ref reader))
        {
            if (reader.ValueTextEquals("mimeType"u8)) type = HarEntryParser.Next(ref reader);
            else if (reader.ValueTextEquals("size"u8)) size = NextInteger(ref reader);
            else if (reader.ValueTextEquals("encoding"u8)) encoding = HarEntryParser.Next(ref reader);
            else if (reader.ValueTextEquals("_file"u8)) file = HarEntryParser.Next(ref reader);
            else if (reader.ValueTextEquals("text"u8))
            {
                // Unescaping a megabyte of script only to drop it costs most of the reading time.
                reader.Read();
                text = reader;
                hasText = reader.TokenType == JsonTokenType.String;
                reader.Skip();
            }
            else HarEntryParser.SkipValue(ref reader);
        }

        type = MediaTypes.Essence(type) is null ? response.Headers["content-type"] : type;
        var keeps = Keeps(type);
        if (!keeps && (file is not null || (hasText && text.ValueSpan.Length > 0))) tally.DroppedBodies++;
        var body = !keeps ? null : hasText ? Body(ref text, encoding, type) : file is null ? null : HarAttachment.Text(file, type, options, tally);
        return response with
        {
            MimeType = MediaTypes.Essence(type),
            Body = body,
            BodySize = size ?? (body is null ? -1 : Encoding.UTF8.GetByteCount(body)),
        };
    }

    private bool Keeps(string? type) => options.Bodies switch
    {
        BodyRetention.All => MediaTypes.IsTextual(type),
        BodyRetention.Evidence => MediaTypes.IsEvidence(type),
        _ => false,
    };

    private string? Body(ref Utf8JsonReader text, string? encoding, string? type)
    {
        var body = LenientJson.Text(ref text)!;
        return "base64".Equals(encoding, StringComparison.OrdinalIgnoreCase) ? HarAttachment.Base64(body, type, tally) : body;
    }
}

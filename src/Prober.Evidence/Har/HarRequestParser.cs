using System.Text.Json;

namespace Prober.Evidence.Har;

/// <summary>Reads the request of an entry.</summary>
internal sealed class HarRequestParser(HarReadOptions options, HarReadTally tally)
{
    private readonly HarHeadersParser _headers = new(tally);

    public HarRequest? Read(ref Utf8JsonReader reader)
    {
        string? method = null, url = null;
        List<HarHeader> headers = [];
        List<Dictionary<string, string>> cookies = [];
        HarPostData? body = null;
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return null;
        }

        while (LenientJson.NextMember(ref reader))
        {
            if (reader.ValueTextEquals("method"u8)) method = HarEntryParser.Next(ref reader);
            else if (reader.ValueTextEquals("url"u8)) url = HarEntryParser.Next(ref reader);
            else if (reader.ValueTextEquals("headers"u8)) headers = _headers.Read(ref reader);
            else if (reader.ValueTextEquals("cookies"u8)) cookies = HarHeadersParser.ReadObjects(ref reader);
            else if (reader.ValueTextEquals("postData"u8)) body = ReadBody(ref reader);
            else HarEntryParser.SkipValue(ref reader);
        }

        if (string.IsNullOrEmpty(url)) return null;
        _headers.Complete(headers, cookies, "cookie");
        return new HarRequest { Method = method?.ToUpperInvariant() ?? "GET", Url = url, Headers = new HarHeaders(headers), PostData = body };
    }

    private HarPostData? ReadBody(ref Utf8JsonReader reader)
    {
        string? type = null, text = null, file = null;
        List<Dictionary<string, string>> fields = [];
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return null;
        }

        while (LenientJson.NextMember(ref reader))
        {
            if (reader.ValueTextEquals("mimeType"u8)) type = HarEntryParser.Next(ref reader);
            else if (reader.ValueTextEquals("text"u8)) text = HarEntryParser.Next(ref reader);
            else if (reader.ValueTextEquals("params"u8)) fields = HarHeadersParser.ReadObjects(ref reader);
            else if (reader.ValueTextEquals("_file"u8)) file = HarEntryParser.Next(ref reader);
            else HarEntryParser.SkipValue(ref reader);
        }

        text ??= file is null ? null : HarAttachment.Text(file, type, options, tally);
        return new HarPostData(type ?? "", string.IsNullOrEmpty(text) ? FromFields(fields) ?? text : text);
    }

    // The text goes first: recorders fill the fields only for some spellings of the media type.
    private static string? FromFields(List<Dictionary<string, string>> fields) => fields.Count == 0 ? null : string.Join('&', fields.Select(field =>
        $"{Escape(field.GetValueOrDefault("name"))}={Escape(field.GetValueOrDefault("value"))}"));

    // Recorders disagree whether fields are decoded; what is escaped already must not be escaped twice.
    private static string Escape(string? text) => text is null ? "" : Uri.EscapeDataString(Uri.UnescapeDataString(text));
}

using System.Buffers;
using System.Runtime.CompilerServices;
using Prober.Evidence.Har.Streaming;
using Prober.Evidence.Redaction;

namespace Prober.Evidence.Har;

/// <summary>Reads the request of an entry.</summary>
internal sealed class HarRequestParser(HarReadOptions options, HarReadTally tally, StringPool pool)
{
    // No encoder leaves them as they are.
    private static readonly SearchValues<char> NeverInForm = SearchValues.Create(" \"<>\r\n");

    private readonly HarHeadersParser _headers = new(tally, pool);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public HarRequest? Read(JsonStreamReader json)
    {
        string? method = null, url = null;
        HarPostData? body = null;
        if (!json.BeginObject())
        {
            json.SkipValue();
            return null;
        }

        _headers.Begin();
        while (json.NextMember())
        {
            if (json.Is("method"u8)) method = json.PooledText(pool);
            else if (json.Is("url"u8)) url = json.PooledText(pool);
            else if (json.Is("headers"u8)) _headers.Read(json);
            else if (json.Is("cookies"u8)) _headers.ReadCookies(json, "cookie");
            else if (json.Is("postData"u8)) body = ReadBody(json);
            else json.SkipValue();
        }

        if (string.IsNullOrEmpty(url)) return null;
        _headers.Complete("cookie");
        return new HarRequest { Method = method?.ToUpperInvariant() ?? "GET", Url = url, Headers = _headers.All(json), PostData = body };
    }

    private HarPostData? ReadBody(JsonStreamReader json)
    {
        string? type = null, text = null, file = null;
        List<Dictionary<string, string>> fields = [];
        if (!json.BeginObject())
        {
            json.SkipValue();
            return null;
        }

        while (json.NextMember())
        {
            if (json.Is("mimeType"u8)) type = json.Text();
            else if (json.Is("text"u8)) text = json.Text();
            else if (json.Is("params"u8)) fields = HarHeadersParser.ReadObjects(json);
            else if (json.Is("_file"u8)) file = json.Text();
            else json.SkipValue();
        }

        // A recorder that attaches bodies leaves an empty text beside the file's name.
        if (string.IsNullOrEmpty(text) && file is not null) text = HarAttachment.Text(file, type, options, tally) ?? text;
        return new HarPostData(type ?? "", string.IsNullOrEmpty(text) || IsUnescaped(text, type, fields) ? FromFields(fields) ?? text : text);
    }

    // The text goes first: recorders fill the fields only for some spellings of the media type.
    private static string? FromFields(List<Dictionary<string, string>> fields) => fields.Count == 0 ? null : string.Join('&', fields.Select(field =>
        $"{Escape(field.GetValueOrDefault("name"))}={Value(field.GetValueOrDefault("name"), field.GetValueOrDefault("value"))}"));

    // Of a text whose escapes a recorder undid, a value with an ampersand in it falls apart; then the fields are right.
    private static bool IsUnescaped(string text, string? type, List<Dictionary<string, string>> fields) =>
        fields.Count > 0 && MediaTypes.IsForm(type) && (text.AsSpan().ContainsAny(NeverInForm) || !QueryString.Parse(text).Select(field => field.Name).SequenceEqual(fields.Select(field => UrlParameter.Decode(field.GetValueOrDefault("name") ?? ""))));

    // A password is compared with nothing, and searched for in each of its spellings: which one is right, its text does not tell.
    private static string Value(string? name, string? value) =>
        value is not null && name is not null && SensitiveNames.KindOf(name) is SecretKind.Password ? Uri.EscapeDataString(value) : Escape(value);

    // Recorders disagree whether fields are decoded; what is escaped already must not be escaped twice.
    private static string Escape(string? text) => text is null ? "" : Uri.EscapeDataString(Uri.UnescapeDataString(text));
}

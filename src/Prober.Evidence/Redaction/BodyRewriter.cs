using System.Text.RegularExpressions;
using Prober.Evidence.Har;

namespace Prober.Evidence.Redaction;

/// <summary>Sends a request or response body to the rewriter of its media type.</summary>
internal sealed partial class BodyRewriter(SecretMask mask, TextRewriter text, UrlRewriter urls, JsonRewriter json, HtmlRewriter html, SamlRewriter saml)
{
    public string Rewrite(string body, string? mediaType)
    {
        if (body.Length == 0) return body;
        if (FormBody.Is(body, mediaType)) return urls.Parameters(body);
        if (MediaTypes.IsMultipart(mediaType)) return text.Rewrite(Part().Replace(body, match => Field(match)));
        if (MediaTypes.Essence(mediaType)?.EndsWith("jwt", StringComparison.Ordinal) == true) return mask(SecretKind.Token, body.Trim());
        // Servers mislabel: what parses as JSON is JSON.
        if (body.AsSpan().TrimStart() is ['{' or '[', ..] && json.Rewrite(body) is { } rewritten) return rewritten;
        if (MediaTypes.IsXml(mediaType) && saml.Xml(body) is { } xml) return text.Rewrite(xml);
        return html.Rewrite(body);
    }

    private string Field(Match match)
    {
        var value = match.Groups["value"];
        var start = value.Index - match.Index;
        return match.Value[..start] + urls.Value(match.Groups["name"].Value, value.Value) + match.Value[(start + value.Length)..];
    }

    // RFC 7578: a header block with the field's name, an empty line, the value up to the next boundary.
    [GeneratedRegex("""\bname="?(?<name>[^"\r\n;]+)"?[^\r\n]*\r?\n(?:[^\r\n]+\r?\n)*\r?\n(?<value>.*?)(?=\r?\n--)""", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Part();
}

using System.Text;
using Prober.Evidence.Har;

namespace Prober.Evidence.Redaction;

/// <summary>Masks values in headers; names, cookie names and cookie attributes stay.</summary>
internal sealed class HeaderRewriter(SecretMask mask, TextRewriter text, UrlRewriter urls)
{
    public HarHeaders Rewrite(HarHeaders headers) => new([.. headers.Select(header => header with { Value = Value(header.Name, header.Value) })]);

    private string Value(string name, string value) => name switch
    {
        "cookie" => string.Join("; ", value.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(CookieValue)),
        "set-cookie" => SetCookieValue(value),
        "authorization" or "proxy-authorization" => Credentials(value),
        "location" or "referer" or "content-location" or ":path" or "x-original-url" or "x-forwarded-uri" => urls.Rewrite(value),
        _ when SensitiveNames.KindOf(name) is { } kind => mask(kind, value),
        _ => text.Rewrite(value),
    };

    private string SetCookieValue(string header)
    {
        var end = header.IndexOf(';', StringComparison.Ordinal);
        return end < 0 ? CookieValue(header) : CookieValue(header[..end]) + header[end..];
    }

    private string CookieValue(string pair)
    {
        var equals = pair.IndexOf('=', StringComparison.Ordinal);
        return pair[..(equals + 1)] + mask(SecretKind.Cookie, pair[(equals + 1)..].Trim());
    }

    private string Credentials(string value)
    {
        var space = value.IndexOf(' ', StringComparison.Ordinal);
        if (space < 0) return mask(SecretKind.Authorization, value);
        var (scheme, credentials) = (value[..space], value[(space + 1)..].Trim());
        if (scheme.Equals("basic", StringComparison.OrdinalIgnoreCase)) return $"{scheme} {Basic(credentials)}";
        return $"{scheme} {mask(SecretKind.Token, credentials)}";
    }

    // RFC 7617: what counts is the password behind the colon, which may turn up elsewhere without its wrapping.
    private string Basic(string credentials)
    {
        var bytes = new byte[credentials.Length];
        if (Convert.TryFromBase64String(credentials, bytes, out var count))
        {
            var pair = Encoding.UTF8.GetString(bytes, 0, count);
            mask(SecretKind.ClientSecret, UrlParameter.Decode(pair[(pair.IndexOf(':', StringComparison.Ordinal) + 1)..]));
        }

        return mask(SecretKind.ClientSecret, credentials);
    }
}

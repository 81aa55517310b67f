using Prober.Evidence.Har;

namespace Prober.Evidence.Redaction.Sanitizing;

/// <summary>The rewriters of <see cref="Redaction"/> put together for one walk over a HAR, each followed by the search for known values.</summary>
internal sealed class HarTexts
{
    private readonly Func<string, string> _finish;
    private readonly TextRewriter _text;
    private readonly UrlRewriter _urls;
    private readonly HeaderRewriter _headers;
    private readonly BodyRewriter _bodies;
    private readonly SecretMask _mask;

    public HarTexts(SecretMask mask, Func<string, string> finish, IReadOnlySet<string> kept)
    {
        (_mask, _finish, _text) = (mask, finish, new(mask));
        var saml = new SamlRewriter(mask, kept);
        _urls = new(mask, _text, saml);
        _headers = new(mask, _text, _urls);
        _bodies = new(mask, _text, _urls, new(mask, _text, _urls, new(mask, kept)), new(mask, _text, _urls), saml);
    }

    public string Finish(string text) => _finish(text);

    public string Body(string body, string? mediaType) => _finish(_bodies.Rewrite(body, mediaType));

    public string Header(string name, string value) =>
        _finish(string.Join('\n', value.Split('\n').Select(line => HeaderLine(name.ToLowerInvariant(), line))));

    // Each of several cookies in one line has a value of its own.
    private string HeaderLine(string name, string line) =>
        string.Join(", ", (name == "set-cookie" ? JoinedCookies.Split(line) : [line]).Select(value => _headers.Rewrite(new HarHeaders([new(name, value)]))[0].Value));

    public string Cookie(string value) => _finish(_mask(SecretKind.Cookie, value));

    /// <summary>A value with a name: exporters disagree whether it is still percent-encoded.</summary>
    public string Parameter(string name, string value)
    {
        var decoded = value.Contains('%', StringComparison.Ordinal) ? Uri.UnescapeDataString(value) : value;
        var masked = _urls.Value(name, decoded);
        return _finish(masked == decoded ? value : masked);
    }

    /// <summary>Any other text: an address, or words with addresses and values in them.</summary>
    public string Text(string value) =>
        _finish(value.StartsWith("http", StringComparison.OrdinalIgnoreCase) && !value.AsSpan().ContainsAny(' ', '\n') ? _urls.Rewrite(value) : _text.Rewrite(value));
}

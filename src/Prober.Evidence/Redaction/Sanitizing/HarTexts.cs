using Prober.Evidence.Har;

namespace Prober.Evidence.Redaction.Sanitizing;

/// <summary>The rewriters of <see cref="Redaction"/> put together for one walk over a HAR, each followed by the search for known values.</summary>
internal sealed class HarTexts
{
    private readonly Func<string, string> _finish;
    private readonly Func<string, string>? _forms;
    private readonly HarmlessTexts _harmless = new();
    private readonly TextRewriter _text;
    private readonly UrlRewriter _urls;
    private readonly HeaderRewriter _headers;
    private readonly BodyRewriter _bodies;
    private readonly SecretMask _mask;

    /// <param name="mask">Asked for every sensitive value.</param>
    /// <param name="finish">Searches what is written for known values.</param>
    /// <param name="kept">Claim and attribute values that may stay.</param>
    /// <param name="forms">Searches a form before it is taken apart: a recorder may have undone the escapes that hold a password together.</param>
    public HarTexts(SecretMask mask, Func<string, string> finish, IReadOnlySet<string> kept, Func<string, string>? forms = null)
    {
        (_mask, _finish, _forms, _text) = (mask, finish, forms, new(mask));
        var saml = new SamlRewriter(mask, kept);
        _urls = new(mask, _text, saml);
        _headers = new(mask, _text, _urls);
        _bodies = new(mask, _text, _urls, new(mask, _text, _urls, new(mask, kept)), new(mask, _text, _urls), saml);
    }

    /// <summary>The name of a member, or of a field, as it may stand in the copy.</summary>
    public string Finish(string text) => _harmless.Contains("", text) ? text : Learned("", text, _finish(text));

    public string Body(string body, string? mediaType) => _finish(_bodies.Rewrite(_forms is not null && FormBody.Is(body, mediaType) ? _forms(body) : body, mediaType));

    public string Header(string name, string value) => _harmless.Contains(name, value) ? value
        : Learned(name, value, _finish(string.Join('\n', value.Split('\n').Select(line => HeaderLine(name.ToLowerInvariant(), line)))));

    private string Learned(string name, string before, string after)
    {
        if (before == after) _harmless.Add(name, before);
        return after;
    }

    // Each of several cookies in one line has a value of its own.
    private string HeaderLine(string name, string line) => Digests.IsHeader(name, line) ? Digest(line) :
        string.Join(", ", (name == "set-cookie" ? JoinedCookies.Split(line) : [line]).Select(value => _headers.Rewrite(new HarHeaders([new(name, value)]))[0].Value));

    public string Cookie(string value) => _finish(_mask(SecretKind.Cookie, value));

    /// <summary>A hash of a body, or the name of a file or request that a recorder made of one.</summary>
    public string Digest(string value) => _finish(_mask(SecretKind.Stored, value));

    /// <summary>A value with a name: exporters disagree whether it is still percent-encoded.</summary>
    public string Parameter(string name, string value)
    {
        if (value.Length > 0 && SensitiveNames.KindOf(name) is SecretKind.Password or SecretKind.OneTimeCode) return _finish(_mask(SensitiveNames.KindOf(name)!.Value, value));
        var decoded = value.Contains('%', StringComparison.Ordinal) ? Uri.UnescapeDataString(value) : value;
        var masked = _urls.Value(name, decoded);
        return _finish(masked == decoded ? value : masked);
    }

    /// <summary>Any other text: an address, or words with addresses and values in them.</summary>
    public string Text(string value) =>
        _finish(value.StartsWith("http", StringComparison.OrdinalIgnoreCase) && !value.AsSpan().ContainsAny(' ', '\n') ? _urls.Rewrite(value) : _text.Rewrite(value));
}

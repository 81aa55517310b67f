using System.Net;
using System.Text.RegularExpressions;

namespace Prober.Evidence.Redaction;

/// <summary>Masks the values of form fields and meta elements in HTML by their name; scripts, links and text are looked through as text.</summary>
internal sealed partial class HtmlRewriter(SecretMask mask, TextRewriter text, UrlRewriter urls)
{
    public string Rewrite(string html) => text.Rewrite(Field().Replace(html, match => Element(match.Value)));

    private string Element(string element)
    {
        var name = Attribute(NameAttribute().Match(element));
        var value = ValueAttribute().Match(element);
        if (name.Length == 0 || !value.Success) return element;
        var before = Attribute(value);
        var after = before.Length == 0 ? before : Value(name, before);
        if (after == before) return element;
        var group = value.Groups["quoted"].Success ? value.Groups["quoted"] : value.Groups["bare"];
        return element[..group.Index] + WebUtility.HtmlEncode(after) + element[(group.Index + group.Length)..];
    }

    private string Value(string name, string value)
    {
        var rewritten = urls.Value(name, value);
        return rewritten == value && value.Length >= 16 && Randomness.LooksRandom(value) ? mask(SecretKind.Stored, value) : rewritten;
    }

    private static string Attribute(Match match) =>
        match.Success ? WebUtility.HtmlDecode(match.Groups["quoted"].Success ? match.Groups["quoted"].Value : match.Groups["bare"].Value) : "";

    [GeneratedRegex(@"<(?:input|meta)\b[^>]*>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Field();

    [GeneratedRegex("""\sname\s*=\s*(?:(["'])(?<quoted>.*?)\1|(?<bare>[^\s"'>]+))""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex NameAttribute();

    [GeneratedRegex("""\s(?:value|content)\s*=\s*(?:(["'])(?<quoted>.*?)\1|(?<bare>[^\s"'>]+))""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex ValueAttribute();
}

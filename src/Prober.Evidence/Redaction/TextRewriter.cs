using System.Text;
using System.Text.RegularExpressions;
using Prober.Evidence.Har;

namespace Prober.Evidence.Redaction;

/// <summary>
/// Masks sensitive values in text of no known structure: scripts, log lines, error messages, URLs inside any of them. A value is found
/// by its name before <c>=</c> or <c>:</c>, quoted or not, or because it is a token by its looks. Since a name may be a word of the
/// text ("code: missing"), only values that look random are taken.
/// </summary>
internal sealed partial class TextRewriter(SecretMask mask)
{
    public string Rewrite(string text) => Tokens(NamedValues(text));

    private string Tokens(string text)
    {
        if (text.Contains("eyJ", StringComparison.Ordinal)) text = Jwt().Replace(text, match => mask(SecretKind.Token, match.Value));
        return text.Contains("bearer", StringComparison.OrdinalIgnoreCase)
            ? Bearer().Replace(text, match => Randomness.LooksRandom(match.Value) ? mask(SecretKind.Token, match.Value) : match.Value)
            : text;
    }

    private string NamedValues(string text)
    {
        StringBuilder? result = null;
        int copied = 0, at = 0;
        while (at < text.Length)
        {
            var hit = text.AsSpan(at).IndexOfAny(SensitiveNames.InText);
            if (hit < 0) break;
            var (nameEnd, value) = NamedValue.At(text, at + hit);
            at = nameEnd;
            if (value is not { } found) continue;
            at = found.End;
            var raw = text[found.Start..found.End];
            var decoded = UrlParameter.Decode(raw);
            if (!Randomness.LooksRandom(decoded) && !Randomness.IsPersonal(decoded)) continue;
            var masked = mask(found.Kind, decoded);
            if (masked == decoded) continue;
            (result ??= new()).Append(text, copied, found.Start - copied).Append(masked);
            copied = found.End;
        }

        return result is null ? text : result.Append(text, copied, text.Length - copied).ToString();
    }

    [GeneratedRegex(@"eyJ[A-Za-z0-9_-]{6,}\.[A-Za-z0-9_-]*\.[A-Za-z0-9_-]*(?:\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+)?", RegexOptions.CultureInvariant)]
    private static partial Regex Jwt();

    [GeneratedRegex(@"(?<=\bbearer\s+)[A-Za-z0-9\-._~+/]{8,}=*", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Bearer();
}

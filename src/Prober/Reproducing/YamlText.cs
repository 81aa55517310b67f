using System.Text.Encodings.Web;
using System.Text.Json;

namespace Prober.Reproducing;

/// <summary>Values of a recording inside a scenario file.</summary>
internal static class YamlText
{
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A quoted scalar: JSON's strings are YAML's, and a dollar that is no variable is doubled.</summary>
    public static string Quoted(string value) => JsonSerializer.Serialize(value.Replace("$", "$$", StringComparison.Ordinal), Relaxed);

    /// <summary>A comment of one line, whatever the text holds.</summary>
    public static string Comment(string text) => "# " + string.Concat(text.Select(character => char.IsControl(character) || character is '\u2028' or '\u2029' ? ' ' : character));

    /// <summary>A name as scenarios have it: kebab-case.</summary>
    public static string Name(string text)
    {
        var name = string.Join('-', string.Concat(text.ToLowerInvariant().Select(character => char.IsAsciiLetterOrDigit(character) ? character : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return name.Length == 0 ? "reproduced" : char.IsAsciiLetter(name[0]) ? name[..Math.Min(name.Length, 50)].TrimEnd('-') : $"login-{name[..Math.Min(name.Length, 44)].TrimEnd('-')}";
    }
}

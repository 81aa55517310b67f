using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace Prober.Checklist.Facts.Pages;

/// <summary>
/// A pattern from a table, without regard to case. The texts it meets are of a stranger's choosing, so it runs in time
/// linear to their length.
/// </summary>
[JsonConverter(typeof(Converter))]
internal sealed class TextPattern(string pattern)
{
    private readonly Lazy<Regex> _regex = new(() =>
        new Regex(pattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking));

    public bool Matches(string? text) => text is { Length: > 0 } && _regex.Value.IsMatch(text);

    /// <summary>The named group of the first match, or null.</summary>
    public string? Find(string? text, string group) =>
        text is { Length: > 0 } && _regex.Value.Match(text) is { Success: true } match && match.Groups[group] is { Success: true } found
            ? found.Value : null;

    /// <summary>Where the pattern matches, in order.</summary>
    public IEnumerable<int> Positions(string? text) =>
        text is { Length: > 0 } ? _regex.Value.Matches(text).Select(match => match.Index) : [];

    /// <summary>The text that matches first, or null.</summary>
    public string? First(string? text) =>
        text is { Length: > 0 } && _regex.Value.Match(text) is { Success: true } match ? match.Value : null;

    public override string ToString() => pattern;

    internal sealed class Converter : JsonConverter<TextPattern>
    {
        public override TextPattern Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            new(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, TextPattern value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString());
    }
}

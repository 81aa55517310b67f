namespace Prober.Checklist.Facts.Endpoints;

/// <summary>Where two addresses part, character by character: what is left of each between their common beginning and end.</summary>
/// <param name="Position">Number of the first character that differs, from 1.</param>
/// <param name="Left">What the first has there; empty when it lacks something.</param>
/// <param name="Right">What the second has there; empty when it lacks something.</param>
internal sealed record CharacterDifference(int Position, string Left, string Right)
{
    public static CharacterDifference Of(string left, string right)
    {
        var start = left.Zip(right).TakeWhile(pair => pair.First == pair.Second).Count();
        var longest = Math.Min(left.Length, right.Length) - start;
        var end = left.Reverse().Zip(right.Reverse()).Take(longest).TakeWhile(pair => pair.First == pair.Second).Count();
        return new(start + 1, left[start..^end], right[start..^end]);
    }

    /// <summary>What a person would type of it: "has "s" too many", or both sides.</summary>
    public string InWords => (Left, Right) switch
    {
        ("", "") => "nothing differs",
        ("", var lacks) => $"from character {Position} on it lacks \"{Visible(lacks)}\"",
        (var more, "") => $"from character {Position} on it has \"{Visible(more)}\" too much",
        _ => $"from character {Position} on it has \"{Visible(Left)}\" where \"{Visible(Right)}\" is registered",
    };

    // What nobody sees in a settings page is what nobody finds: blanks, no-break spaces, look-alike letters.
    private static string Visible(string text) =>
        string.Concat(text.Select(letter => letter is > ' ' and < (char)127 ? $"{letter}" : $"\\u{(int)letter:x4}"));
}

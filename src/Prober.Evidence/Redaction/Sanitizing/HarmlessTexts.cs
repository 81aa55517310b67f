namespace Prober.Evidence.Redaction.Sanitizing;

/// <summary>
/// Short texts in which nothing was found: a HAR repeats the names of its members and most of its headers with every entry, and need not be searched
/// for them each time. A text that was changed is not kept, because each change is counted.
/// </summary>
internal sealed class HarmlessTexts
{
    private const int Most = 16_384;
    private const int Longest = 512;

    private readonly HashSet<(string Name, string Text)> _texts = [];

    /// <param name="name">Of the header; empty for texts that mean the same everywhere.</param>
    public bool Contains(string name, string text) => text.Length <= Longest && _texts.Contains((name, text));

    public void Add(string name, string text)
    {
        if (text.Length <= Longest && _texts.Count < Most) _texts.Add((name, text));
    }
}

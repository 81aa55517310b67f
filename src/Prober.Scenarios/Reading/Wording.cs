namespace Prober.Scenarios.Reading;

/// <summary>Lists of words as English has them.</summary>
internal static class Wording
{
    public static string And(IEnumerable<string> words) => Join(words, "and");

    public static string Or(IEnumerable<string> words) => Join(words, "or");

    private static string Join(IEnumerable<string> words, string last)
    {
        var all = words.ToList();
        return all.Count < 2 ? string.Concat(all) : $"{string.Join(", ", all[..^1])} {last} {all[^1]}";
    }
}

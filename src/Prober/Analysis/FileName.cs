namespace Prober.Analysis;

/// <summary>Names of files that other people chose.</summary>
internal static class FileName
{
    private static readonly string[] Endings = [".gz", ".zip", ".har", ".json"];

    /// <summary>A name that is safe as a folder's: letters, digits, dots, dashes and underscores, without the endings of a recording.</summary>
    public static string AsId(string name)
    {
        var bare = Path.GetFileName(name);
        foreach (var ending in Endings)
        {
            if (bare.EndsWith(ending, StringComparison.OrdinalIgnoreCase) && bare.Length > ending.Length) bare = bare[..^ending.Length];
        }

        var safe = string.Concat(bare.Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or '_' ? letter : '-')).Trim('.', '-');
        return safe.Length == 0 ? "recording" : safe[..Math.Min(safe.Length, 80)];
    }
}

namespace Prober.Sanitizing;

/// <summary>Where the copies go: standard output, one file, or a folder with a copy of each input under the input's name.</summary>
internal sealed class SanitizeOutput
{
    /// <summary>Stands for standard output.</summary>
    public const string StandardOutput = "-";

    private readonly Dictionary<string, string> _paths;

    private SanitizeOutput(Dictionary<string, string> paths) => _paths = paths;

    /// <summary>Looks before anything is read whether every copy has a place of its own.</summary>
    /// <exception cref="UsageException">One has none, with what was expected.</exception>
    public static SanitizeOutput Of(string to, IReadOnlyList<string> inputs)
    {
        if (string.IsNullOrWhiteSpace(to)) throw new UsageException("--output: expected the name of a file, and it is empty");
        if (inputs.Distinct(StringComparer.Ordinal).Count() < inputs.Count) throw new UsageException("expected each recording once");
        if (to == StandardOutput) return inputs.Count == 1 ? new(new() { [inputs[0]] = to }) : throw new UsageException("standard output can hold one copy; name a folder for several");
        var output = inputs.Count > 1 || Path.EndsInDirectorySeparator(to) ? InFolder(to, inputs) : new(new() { [inputs[0]] = AsFile(to) });
        var read = inputs.Where(input => input != "-").Select(RealPath.Of).ToHashSet(StringComparer.Ordinal);
        if (output._paths.Values.FirstOrDefault(path => read.Contains(RealPath.Of(path))) is { } overwritten) throw new UsageException($"{overwritten}: the output would overwrite the input; name another {(inputs.Count > 1 ? "folder" : "file")}");
        return output;
    }

    /// <summary>The copy's place, or <see cref="StandardOutput"/>.</summary>
    public string PathOf(string input) => _paths[input];

    private static string AsFile(string to)
    {
        if (Directory.Exists(to)) throw new UsageException($"{to}: expected a file to write, and it is a folder; name a file in it, or end it with {Path.DirectorySeparatorChar} to keep the recording's name");
        var folder = Path.GetDirectoryName(Path.GetFullPath(to))!;
        return Directory.Exists(folder) ? to : throw new UsageException($"{to}: there is no folder {folder}");
    }

    private static SanitizeOutput InFolder(string to, IReadOnlyList<string> inputs)
    {
        var folder = Path.TrimEndingDirectorySeparator(to);
        if (File.Exists(folder)) throw new UsageException($"{to}: expected a folder for the copies, and it is a file");
        var paths = inputs.ToDictionary(input => input, input => Path.Combine(folder, CopyOf(input)), StringComparer.Ordinal);
        if (paths.GroupBy(path => path.Value, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1) is { } clash)
            throw new UsageException($"{string.Join(" and ", clash.Select(path => path.Key))} would both become {clash.Key}; clean them one by one");
        if (!Directory.Exists(folder)) Make(folder);
        return new(paths);
    }

    private static void Make(string folder)
    {
        var parent = Path.GetDirectoryName(Path.GetFullPath(folder));
        if (!Directory.Exists(parent)) throw new UsageException($"{folder}: there is no folder {parent}");
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{folder}: the folder cannot be made ({refused.Message})");
        }
    }

    // What packed it is undone, except gzip and zip, which the name says and the copy gets again.
    private static string CopyOf(string input)
    {
        if (input == "-") return "recording.har";
        var name = Path.GetFileName(input);
        return name.EndsWith(".zhar", StringComparison.OrdinalIgnoreCase) ? $"{name[..^5]}.har" : name;
    }
}

using Prober.Scenarios;

namespace Prober.Monitor.Scenarios;

/// <summary>
/// The scenario files and folders that the monitor was given. A changed file, or one that it names, takes effect at the next look; one with a
/// mistake is refused with its message, and the version before it goes on.
/// </summary>
public sealed class ScenarioFiles(MonitorOptions options, ScenarioVariables variables, ScenarioShelf shelf, TimeProvider time)
{
    private static readonly string[] Endings = [".yaml", ".yml", ".json"];

    private readonly Dictionary<string, (string File, string Uses)> _seen = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<string>> _uses = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);

    /// <summary>Looks at all files; true when something in force has changed. Messages of refused files are on the shelf.</summary>
    public bool Look(Action<string> refused)
    {
        ArgumentNullException.ThrowIfNull(refused);
        var files = options.Scenarios.SelectMany(Files).Distinct(StringComparer.Ordinal).ToList();
        var changed = false;
        foreach (var gone in _seen.Keys.Except(files, StringComparer.Ordinal).ToList()) changed |= Forget(gone);
        foreach (var file in files) changed |= Load(file, refused);
        return changed;
    }

    private static IEnumerable<string> Files(string path) => Directory.Exists(path)
        ? Directory.EnumerateFiles(path).Where(file => Endings.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase)
            && !file.EndsWith(".schema.json", StringComparison.OrdinalIgnoreCase)).Order(StringComparer.Ordinal)
        : [path];

    private bool Load(string file, Action<string> refused)
    {
        var (uses, state) = (Uses(file), (File: State(file), Uses: StateOfUses(file)));
        if (_seen.TryGetValue(file, out var before) && before == state) return false;
        var changed = Read(file, refused);
        // As it was before it was read: what is written meanwhile is seen at the next look.
        _seen[file] = uses.SequenceEqual(Uses(file), StringComparer.Ordinal) ? state : (state.File, StateOfUses(file));
        return changed;
    }

    private bool Read(string file, Action<string> refused)
    {
        try
        {
            var scenario = ScenarioLoader.Load(file, variables, time);
            _uses[file] = scenario.Files;
            if (shelf.Find(scenario.Name) is { File: { } other } && other != scenario.File && File.Exists(other))
                return Refuse(file, $"{file}: the name {scenario.Name} is taken by {other}", refused);
            if (_names.TryGetValue(file, out var name) && name != scenario.Name) shelf.Remove(name);
            _names[file] = scenario.Name;
            shelf.Put(scenario);
            shelf.Refused.TryRemove(file, out _);
            return true;
        }
        catch (Exception wrong) when (wrong is FormatException or IOException or UnauthorizedAccessException or ScenarioFileException)
        {
            if (wrong is ScenarioFileException mistake) _uses[file] = mistake.Files;
            return Refuse(file, wrong.Message, refused);
        }
    }

    private IReadOnlyList<string> Uses(string file) => _uses.GetValueOrDefault(file, []);

    /// <summary>The year is in it, as days are read out of such files for some years.</summary>
    private string StateOfUses(string file) => Uses(file).Count == 0 ? "" : $"{time.GetUtcNow().Year} {string.Join(' ', Uses(file).Select(State))}";

    private static string State(string file) => Target(file) is { Exists: true } info ? $"{info.LastWriteTimeUtc.Ticks}+{info.Length}" : "-";

    /// <summary>Behind links: a Kubernetes ConfigMap changes its files by turning a link, whose own time stays.</summary>
    private static FileInfo Target(string file)
    {
        var info = new FileInfo(file);
        return info.Exists && info.ResolveLinkTarget(returnFinalTarget: true) is FileInfo target ? target : info;
    }

    private bool Refuse(string file, string message, Action<string> refused)
    {
        shelf.Refused[file] = message;
        refused(message);
        return false;
    }

    private bool Forget(string file)
    {
        _seen.Remove(file);
        _uses.Remove(file);
        shelf.Refused.TryRemove(file, out _);
        if (!_names.Remove(file, out var name)) return false;
        shelf.Remove(name);
        return true;
    }
}

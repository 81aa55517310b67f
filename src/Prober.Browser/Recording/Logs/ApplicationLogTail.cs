using Prober.Evidence;
using Prober.Evidence.Session;
using Prober.Scenarios;

namespace Prober.Browser.Recording.Logs;

/// <summary>Reads what each application's log file gained during a run. Notes where the files end when the run starts.</summary>
internal sealed class ApplicationLogTail
{
    /// <summary>A log that gains more than this in one run is cut at its beginning.</summary>
    private const int MaxBytes = 4 * 1024 * 1024;

    private readonly DateTimeOffset _from;
    private readonly List<(string Application, string File, long End)> _marks;

    private ApplicationLogTail(DateTimeOffset from, List<(string, string, long)> marks) => (_from, _marks) = (from, marks);

    public static ApplicationLogTail Start(Scenario scenario, DateTimeOffset from)
    {
        var folder = scenario.File is { } file ? Path.GetDirectoryName(Path.GetFullPath(file)) ?? "." : ".";
        return new(from, [.. scenario.Applications.Where(application => application.Value.LogFile is { Length: > 0 })
            .Select(application => (application.Key, Path.Combine(folder, application.Value.LogFile!)))
            .Select(log => (log.Key, log.Item2, LengthOf(log.Item2)))]);
    }

    public Captured<IReadOnlyList<ApplicationLog>> Read(DateTimeOffset to)
    {
        if (_marks.Count == 0) return Captured.Nothing<IReadOnlyList<ApplicationLog>>("no application log was given");
        List<ApplicationLog> logs = [];
        List<string> missing = [];
        foreach (var (application, file, end) in _marks)
        {
            try
            {
                var lines = LogLineParser.Parse(Tail(file, end), _from, to);
                logs.Add(new ApplicationLog { Application = application, Source = Path.GetFileName(file), From = _from, To = to, Lines = lines });
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                missing.Add($"the log of {application}, {Path.GetFileName(file)}, could not be read ({exception.GetType().Name})");
            }
        }

        if (logs.Count > 0) return Captured.Of<IReadOnlyList<ApplicationLog>>(logs);
        return Captured.Nothing<IReadOnlyList<ApplicationLog>>(string.Join("; ", missing));
    }

    private static string Tail(string path, long end)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        // Shorter than before: the file was rotated, and all of the new one is of the run or close to it.
        var start = file.Length < end ? 0 : end;
        file.Position = Math.Max(start, file.Length - MaxBytes);
        using var reader = new StreamReader(file);
        return reader.ReadToEnd();
    }

    private static long LengthOf(string path)
    {
        var file = new FileInfo(path);
        return file.Exists ? file.Length : 0;
    }
}

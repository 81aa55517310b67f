namespace Prober.Browser.Recording.Logs;

/// <summary>What a file gained since this was made.</summary>
internal sealed class LogFile : ILogReader
{
    private readonly string _path;
    private readonly long _end;

    public LogFile(string path)
    {
        var file = new FileInfo(path);
        (_path, _end) = (path, file.Exists ? file.Length : 0);
    }

    public string Source => Path.GetFileName(_path);

    public async Task<string> ReadAsync(LogWindow window, CancellationToken cancellationToken)
    {
        try
        {
            await using var file = new FileStream(_path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            // Shorter than before: the file was rotated, and all of the new one is of the run or close to it.
            var start = file.Length < _end ? 0 : _end;
            file.Position = Math.Max(start, file.Length - ILogReader.MaxBytes);
            using var reader = new StreamReader(file);
            return await reader.ReadToEndAsync(cancellationToken);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"the file could not be read ({failure.GetType().Name})", failure);
        }
    }
}

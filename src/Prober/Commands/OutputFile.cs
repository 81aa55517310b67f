namespace Prober.Commands;

/// <summary>A file that a command writes whole or not at all, and never over what it reads.</summary>
internal static class OutputFile
{
    /// <exception cref="UsageException">The folder is not there, or the file is one of the command's inputs.</exception>
    public static void Check(FileInfo file, params string[] inputs)
    {
        if (file.Directory is not { Exists: true } folder) throw new UsageException($"{file}: there is no folder {file.DirectoryName}");
        if (Directory.Exists(file.FullName)) throw new UsageException($"{file}: expected a file to write, and it is a folder");
        if (inputs.Any(input => Path.GetFullPath(input) == file.FullName || Path.GetFullPath(input) == folder.FullName)) throw new UsageException($"{file}: the output would overwrite the input; name another file");
    }

    /// <summary>Writes beside its place first, so that a command that is ended leaves what was there before.</summary>
    public static async Task WriteAsync(FileInfo file, Func<Stream, Task> write)
    {
        var draft = Path.Combine(file.DirectoryName!, $".prober-{Guid.NewGuid():N}.tmp");
        try
        {
            await using (var stream = File.Create(draft)) await write(stream);
            File.Move(draft, file.FullName, overwrite: true);
        }
        finally
        {
            File.Delete(draft);
        }
    }
}

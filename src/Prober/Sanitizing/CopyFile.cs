using System.IO.Compression;

namespace Prober.Sanitizing;

/// <summary>Brings audited drafts to their place in the form that its name asks for: plain, <c>.gz</c>, or <c>.zip</c>.</summary>
internal static class CopyFile
{
    public static bool IsZip(string to) => to.EndsWith(".zip", StringComparison.OrdinalIgnoreCase);

    /// <summary>False for standard output, devices and links, which are written to and not put something else in their place.</summary>
    public static bool IsReplaceable(string to) =>
        to != SanitizeOutput.StandardOutput && !Path.GetFullPath(to).StartsWith("/dev/", StringComparison.Ordinal) && new FileInfo(to).LinkTarget is null;

    /// <param name="drafts">Name inside an archive, and path; one alone where the place is no archive.</param>
    /// <exception cref="UsageException">The place takes no file.</exception>
    public static async Task PublishAsync(IReadOnlyList<(string Name, string Path)> drafts, string to, Drafts beside, CancellationToken cancellationToken)
    {
        var whole = drafts[0].Path;
        if (IsZip(to)) whole = await PackedAsync(beside, file => ZipAsync(drafts, file, cancellationToken));
        else if (to.EndsWith(".gz", StringComparison.OrdinalIgnoreCase)) whole = await PackedAsync(beside, file => GzipAsync(drafts[0].Path, file, cancellationToken));
        try
        {
            if (IsReplaceable(to)) File.Move(whole, to, overwrite: true);
            else await PassOnAsync(whole, to, cancellationToken);
        }
        catch (UnauthorizedAccessException)
        {
            throw new UsageException($"{to}: cannot be written (access is denied)");
        }
    }

    private static async Task PassOnAsync(string from, string to, CancellationToken cancellationToken)
    {
        await using var source = File.OpenRead(from);
        await using var target = to == SanitizeOutput.StandardOutput ? Console.OpenStandardOutput() : new FileStream(to, FileMode.Create, FileAccess.Write);
        await source.CopyToAsync(target, cancellationToken);
    }

    private static async Task<string> PackedAsync(Drafts beside, Func<Stream, Task> write)
    {
        await using var file = beside.Create();
        await write(file);
        return file.Name;
    }

    private static async Task GzipAsync(string draft, Stream file, CancellationToken cancellationToken)
    {
        await using var source = File.OpenRead(draft);
        await using var gzip = new GZipStream(file, CompressionLevel.Optimal, leaveOpen: true);
        await source.CopyToAsync(gzip, cancellationToken);
    }

    private static async Task ZipAsync(IReadOnlyList<(string Name, string Path)> drafts, Stream file, CancellationToken cancellationToken)
    {
        await using var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var (name, path) in drafts)
        {
            await using var source = File.OpenRead(path);
            await using var content = await archive.CreateEntry(name).OpenAsync(cancellationToken);
            await source.CopyToAsync(content, cancellationToken);
        }
    }
}

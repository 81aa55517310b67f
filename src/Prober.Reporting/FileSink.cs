using Prober.Checklist.Reports;

namespace Prober.Reporting;

/// <summary>
/// One format as a file of the output folder. It appears whole or not at all: a reader, or a run that was killed, never
/// leaves half a report behind.
/// </summary>
public sealed class FileSink(IReportRenderer renderer, string folder) : IReportSink
{
    public string Name => renderer.FileName;

    public string Path { get; } = System.IO.Path.Combine(folder, renderer.FileName);

    public async Task WriteAsync(Report report, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        var draft = Path + ".tmp";
        try
        {
            await using (var file = File.Create(draft))
                await renderer.RenderAsync(report, file, cancellationToken);
            File.Move(draft, Path, overwrite: true);
        }
        finally
        {
            File.Delete(draft);
        }
    }
}

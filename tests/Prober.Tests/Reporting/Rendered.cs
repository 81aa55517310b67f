using System.Text;
using Prober.Checklist.Reports;
using Prober.Reporting;

namespace Prober.Tests.Reporting;

/// <summary>A renderer's output as text.</summary>
internal static class Rendered
{
    public static async Task<string> ByAsync(IReportRenderer renderer, Report report)
    {
        var output = new MemoryStream();
        await renderer.RenderAsync(report, output, CancellationToken.None);
        return Encoding.UTF8.GetString(output.ToArray());
    }
}

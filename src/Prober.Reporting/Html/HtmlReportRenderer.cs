using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Prober.Checklist.Reports;

namespace Prober.Reporting.Html;

/// <summary>
/// The report as one page that needs nothing else: no script, no address of another host, its style named by hash in its
/// own content security policy, screenshots inside.
/// </summary>
public sealed class HtmlReportRenderer : IReportRenderer
{
    public string Name => "html";

    public string FileName => "report.html";

    public async Task RenderAsync(Report report, Stream output, CancellationToken cancellationToken)
    {
        var services = new ServiceCollection().BuildServiceProvider();
        await using (services)
        await using (var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance))
        {
            var parameters = ParameterView.FromDictionary(new Dictionary<string, object?> { [nameof(ReportPage.Report)] = report });
            var page = await renderer.Dispatcher.InvokeAsync(async () =>
            {
                var root = await renderer.RenderComponentAsync<ReportPage>(parameters);
                return root.ToHtmlString();
            });
            await output.WriteAsync(Encoding.UTF8.GetBytes(page), cancellationToken);
        }
    }
}

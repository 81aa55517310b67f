using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Prober.Checklist.Comparison;
using Prober.Reporting.Html;

namespace Prober.Reporting.Comparison;

/// <summary>The comparison as one page that needs nothing else, under the report's own content security policy.</summary>
internal sealed class HtmlComparison : IComparisonRenderer
{
    public string Name => "html";

    public async Task RenderAsync(RunComparison comparison, Stream output, CancellationToken cancellationToken)
    {
        await using var services = new ServiceCollection().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        var parameters = ParameterView.FromDictionary(new Dictionary<string, object?> { [nameof(ComparisonPage.Comparison)] = comparison });
        var page = await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<ComparisonPage>(parameters)).ToHtmlString());
        await output.WriteAsync(Encoding.UTF8.GetBytes(page), cancellationToken);
    }
}

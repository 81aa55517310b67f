using System.Text.Json;
using Microsoft.Playwright;
using Prober.Browser.Sessions;

namespace Prober.Browser.Pages;

/// <summary>Takes looks at a page. A page that changes documents under a look is looked at again.</summary>
internal static class PageReader
{
    private static readonly string Script = ReadScript();

    /// <summary>
    /// The next look that differs from <see cref="LookRequest.Known"/>, or the same again after <see cref="LookRequest.WaitMs"/>;
    /// null when the page changed its document meanwhile, so that nothing could be read.
    /// </summary>
    public static Task<PageLook?> TakeAsync(IPage page, LookRequest request, CancellationToken cancellationToken) =>
        TakeAsync(page.MainFrame, request, cancellationToken);

    /// <summary>The same of one frame.</summary>
    public static async Task<PageLook?> TakeAsync(IFrame frame, LookRequest request, CancellationToken cancellationToken)
    {
        try
        {
            var json = await frame.EvaluateAsync<string>(Script, JsonSerializer.Serialize(request, LookJson.Default.LookRequest))
                .BoundedBy(cancellationToken);
            return JsonSerializer.Deserialize(json, LookJson.Default.PageLook);
        }
        catch (PlaywrightException exception) when (IsNavigation(exception) && !frame.Page.IsClosed)
        {
            return null;
        }
    }

    /// <summary>Texts of Chromium's and Playwright's answers to a script whose document went away.</summary>
    private static bool IsNavigation(PlaywrightException exception) =>
        exception.Message.Contains("context was destroyed", StringComparison.Ordinal)
        || exception.Message.Contains("because of a navigation", StringComparison.Ordinal)
        || exception.Message.Contains("Cannot find context", StringComparison.Ordinal)
        || exception.Message.Contains("Frame was detached", StringComparison.Ordinal)
        || exception.Message.Contains("Inspected target navigated", StringComparison.Ordinal);

    private static string ReadScript()
    {
        using var stream = typeof(PageReader).Assembly.GetManifestResourceStream("Prober.Browser.Pages.page-look.js")
            ?? throw new InvalidOperationException("page-look.js is not embedded");
        using var reader = new StreamReader(stream);
        return string.Join('\n', reader.ReadToEnd().Split('\n').SkipWhile(line => line.StartsWith("//", StringComparison.Ordinal)));
    }
}

using Microsoft.Playwright;
using Prober.Browser.Pages;
using Prober.Browser.Sessions;

namespace Prober.Browser.Journey;

/// <summary>
/// Answers the pages between login and application, each at most twice and five in all: a page that comes again does not take
/// the answer.
/// </summary>
internal sealed class InterstitialAnswers(string username, TimeSpan action)
{
    private const int PerPage = 2;
    private const int InAll = 5;

    private readonly List<string> _answered = [];

    /// <summary>Presses the harmless answer.</summary>
    /// <returns>What was pressed; null when this page is not answered (any more).</returns>
    public async Task<string?> TryAnswerAsync(IPage page, PageReading reading, CancellationToken cancellationToken)
    {
        if (reading.Interstitial is not { } question || question.ControlOn(reading.Look, username) is not { } control) return null;
        if (_answered.Count >= InAll || _answered.Count(id => id == question.Id) >= PerPage) return null;
        _answered.Add(question.Id);
        var options = new LocatorClickOptions { Timeout = (float)action.TotalMilliseconds };
        if (question.Tick)
        {
            foreach (var box in reading.Look.Fields.Where(field => field is { Type: "checkbox", Enabled: true }))
                await page.Locator(box.Selector).First.CheckAsync(new() { Timeout = options.Timeout }).BoundedBy(cancellationToken);
        }

        await page.Locator(control.Selector).First.ClickAsync(options).BoundedBy(cancellationToken);
        return control.Text;
    }
}

using System.Collections.Concurrent;
using Microsoft.Playwright;
using Prober.Evidence.Session;

namespace Prober.Browser.Recording;

/// <summary>
/// What the browser says beside the traffic: console, uncaught exceptions, requests without a response, dialogs, popups,
/// downloads. Dialogs are answered here, or the page would hang: dismissed, except for questions that the journey itself raised.
/// </summary>
internal sealed class ConsoleRecorder(TimeProvider time)
{
    private const int MaxEntries = 1_000;
    private const int MaxText = 1_000;

    private readonly ConcurrentQueue<ConsoleEntry> _entries = new();

    /// <summary>The phase under way.</summary>
    public PhaseName? Phase { get; set; }

    /// <summary>True while the journey has just asked for something that a page may want confirmed ("Really log out?").</summary>
    public bool AcceptQuestions { get; set; }

    public IReadOnlyList<ConsoleEntry> Entries => [.. _entries];

    public void Listen(IBrowserContext context)
    {
        context.Console += (_, message) => Add(KindOf(message.Type), message.Text, message.Page?.Url, message.Location);
        context.WebError += (_, error) => Add(ConsoleKind.PageError, error.Error, error.Page?.Url, null);
        context.RequestFailed += (_, request) => Add(ConsoleKind.RequestFailed, $"{request.Method} {request.Url}: {request.Failure}", null, null);
        context.Download += (_, download) => Add(ConsoleKind.Download, download.Url, download.Page.Url, null);
        context.Dialog += (_, dialog) => Answer(dialog);
        context.Page += (_, page) => page.Popup += (_, popup) => Add(ConsoleKind.Popup, popup.Url, page.Url, null);
    }

    private void Answer(IDialog dialog)
    {
        Add(ConsoleKind.Dialog, $"{dialog.Type}: {dialog.Message}", dialog.Page?.Url, null);
        var answer = dialog.Type == "beforeunload" || (dialog.Type == "confirm" && AcceptQuestions) ? dialog.AcceptAsync() : dialog.DismissAsync();
        answer.ContinueWith(static done => _ = done.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
    }

    private void Add(ConsoleKind kind, string text, string? pageUrl, string? source)
    {
        if (_entries.Count >= MaxEntries) return;
        _entries.Enqueue(new ConsoleEntry
        {
            Kind = kind,
            At = time.GetUtcNow(),
            Text = text.Length > MaxText ? text[..MaxText] : text,
            PageUrl = pageUrl,
            Source = string.IsNullOrEmpty(source) ? null : source,
            Phase = Phase,
        });
    }

    private static ConsoleKind KindOf(string type) => type switch
    {
        "error" or "assert" => ConsoleKind.Error,
        "warning" => ConsoleKind.Warning,
        _ => ConsoleKind.Log,
    };
}

using System.Collections.Concurrent;
using Prober.Lab.Hosting;

namespace Prober.Lab.Mail;

/// <summary>Everybody's mail, newest first. Where a gateway scans mail, it opens the link before the mail is delivered.</summary>
/// <param name="scanner">The user agent of the gateway's scanner; null where there is none.</param>
internal sealed class Mailbox(string? scanner)
{
    private static readonly HttpClient Http = new(LoopbackHandler.Create()) { Timeout = TimeSpan.FromSeconds(5) };
    private readonly ConcurrentStack<Letter> letters = new();

    public IReadOnlyCollection<Letter> Letters => letters;

    public async Task DeliverAsync(Letter letter, CancellationToken cancellationToken)
    {
        if (scanner is not null)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, letter.Link);
            request.Headers.UserAgent.ParseAdd(scanner);
            using var ignored = await Http.SendAsync(request, cancellationToken);
        }

        letters.Push(letter);
    }
}

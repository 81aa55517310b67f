using Microsoft.AspNetCore.Http;
using Prober.Lab.Applications;
using Prober.Lab.Assets;
using Prober.Lab.Provider;

namespace Prober.Lab.Mail;

/// <summary>A web mail that shows everybody's mail to everybody.</summary>
internal sealed class MailPage(Mailbox mailbox)
{
    public const string Path = "/mail";

    public Task ShowAsync(HttpContext context) => context.Response.WriteHtmlAsync(ApplicationLayout.Render("Mail", "Mail", $"""
        <h1>Inbox</h1>
        {string.Join("\n", mailbox.Letters.Select(Article))}
        """), context.RequestAborted);

    private static string Article(Letter letter) => $"""
        <article>
          <h2>{Markup.Encode(letter.Subject)}</h2>
          <p class="lead">To {Markup.Encode(letter.Recipient)}</p>
          <p><a href="{Markup.Encode(letter.Link)}">{Markup.Encode(letter.Subject)}</a></p>
        </article>
        """;
}

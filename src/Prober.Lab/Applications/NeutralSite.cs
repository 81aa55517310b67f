using Microsoft.AspNetCore.Builder;
using Prober.Lab.Assets;
using Prober.Lab.Mail;
using Prober.Lab.Provider;

namespace Prober.Lab.Applications;

/// <summary>A page on an origin of its own with a link to everything, so that a visit can begin like a person's: by a click; and the mail.</summary>
internal sealed class NeutralSite(IReadOnlyDictionary<string, Uri> applications, Mailbox mail)
{
    public void Map(WebApplication app)
    {
        app.UseRouting();
        LabAssets.Map(app);
        app.MapGet("/", context => context.Response.WriteHtmlAsync(Page(), context.RequestAborted));
        app.MapGet(MailPage.Path, new MailPage(mail).ShowAsync);
    }

    private string Page() => ApplicationLayout.Render("Links", "Company links", $"""
        <h1>Company links</h1>
        <ul class="links">
          {string.Join("\n", applications.Select(Links))}
        </ul>
        """);

    private static string Links(KeyValuePair<string, Uri> application) => $"""
        <li><a href="{application.Value}">{application.Key}</a> · <a href="{new Uri(application.Value, "/protected")}">{application.Key} (signed-in area)</a></li>
        """;
}

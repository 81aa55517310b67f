using Microsoft.Playwright;
using Prober.Browser.Sessions;

namespace Prober.Browser.Journey;

/// <summary>
/// Follows a link that stands on no site. Typing an address sends <c>Sec-Fetch-Site: none</c> and with it SameSite=Strict cookies,
/// which no real hop between applications does. A click on a link in an empty page is what a link on a foreign site is to the
/// browser (<c>cross-site</c>, Strict withheld, Lax sent, user activation), and needs neither a host nor a request interception,
/// which would turn the HTTP cache off.
/// </summary>
internal static class NeutralLink
{
    private const string Click =
        "url => { const link = document.createElement('a'); link.href = url; link.textContent = url; document.body.replaceChildren(link); link.click(); }";

    public static async Task FollowAsync(IPage page, Uri url, CancellationToken cancellationToken)
    {
        if (page.Url != "about:blank") await page.GotoAsync("about:blank").BoundedBy(cancellationToken);
        await page.EvaluateAsync(Click, url.AbsoluteUri).BoundedBy(cancellationToken);
    }
}

using Microsoft.AspNetCore.Http;
using Prober.Lab.Provider.Pages;

namespace Prober.Lab.Provider;

/// <summary>Shows a page between password and application and takes the answer.</summary>
internal sealed class InterludeEndpoint(Tenant tenant)
{
    public async Task ShowAsync(InterludePage page, HttpContext context)
    {
        if (await ErrorPage.FindTransactionAsync(context, tenant) is { Session: not null } transaction)
            await context.Response.WriteHtmlAsync(page.Render(transaction), context.RequestAborted);
    }

    public async Task SubmitAsync(InterludePage page, HttpContext context)
    {
        if (await ErrorPage.FindTransactionAsync(context, tenant) is not { Session: not null } transaction)
            return;

        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var declined = form["action"] != InterludePage.Accept;
        if (declined && page.DeclineEndsLogin)
        {
            Refuse(context, transaction);
            return;
        }

        if (declined && page.IsForExistingSession)
            transaction.ForgetSession();
        if (!declined && page.Kind is Interludes.Consent)
            tenant.Consents.Grant(transaction.Client, transaction.Session.User);
        transaction.Done |= page.Kind;
        context.Response.Redirect(Paths.WithState(Paths.Resume, transaction.State));
    }

    private void Refuse(HttpContext context, LoginTransaction transaction)
    {
        tenant.Transactions.End(transaction);
        var answer = QueryString.Create(new Dictionary<string, string?>
        {
            ["error"] = "access_denied",
            ["error_description"] = "User did not authorize the request",
            ["state"] = transaction.Request.State,
        });
        context.Response.Redirect(transaction.Request.RedirectUri + answer);
    }
}

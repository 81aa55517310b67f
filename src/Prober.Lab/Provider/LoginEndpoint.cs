using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Prober.Lab.Provider.Federation;
using Prober.Lab.Provider.Pages;

namespace Prober.Lab.Provider;

/// <summary>Shows the login pages and takes what is typed into them, as a form or as JSON.</summary>
internal sealed class LoginEndpoint(Tenant tenant)
{
    private readonly LoginScreen screen = LoginScreen.For(tenant);
    private readonly CredentialCheck credentials = new(tenant);

    public Task ShowAsync(HttpContext context) => ShowAsync(context, screen.Entry);

    public Task ShowPasswordAsync(HttpContext context) => ShowAsync(context, screen.Password);

    public async Task SubmitIdentifierAsync(HttpContext context)
    {
        if (await FindAsync(context) is not { } transaction)
            return;

        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        transaction.Username = form["username"].ToString();
        context.Response.Redirect(Paths.WithState(Paths.Password, transaction.State));
    }

    public async Task SubmitAsync(HttpContext context)
    {
        if (await FindAsync(context) is not { } transaction)
            return;

        if (await ChosenUpstreamAsync(context, transaction) is { } away)
        {
            context.Response.Redirect(away);
            return;
        }

        var submission = await LoginSubmission.ReadAsync(context.Request, context.RequestAborted);
        var username = submission.Username ?? transaction.Username;
        var refusal = screen.Refuse(submission) ?? credentials.Decide(transaction, username, submission.Password);
        if (refusal is null)
            SessionCookie.Write(context.Response, transaction.Session!, tenant);

        var next = Paths.WithState(Paths.Resume, transaction.State);
        if (submission.IsJson)
            await AnswerScriptAsync(context, refusal, next);
        else if (refusal is null)
            context.Response.Redirect(next);
        else
            await ShowAsync(context, transaction, screen.Password, refusal);
    }

    private async Task<string?> ChosenUpstreamAsync(HttpContext context, LoginTransaction transaction)
    {
        if (!context.Request.HasFormContentType)
            return null;

        var name = (await context.Request.ReadFormAsync(context.RequestAborted))["connection"].ToString();
        return transaction.Client.Connections.Contains(name) && tenant.Federation.Find(name) is { } connection
            ? tenant.Federation.Leave(transaction, connection)
            : null;
    }

    private static Task AnswerScriptAsync(HttpContext context, CredentialRefusal? refusal, string next)
    {
        context.Response.StatusCode = refusal?.Status ?? StatusCodes.Status200OK;
        var answer = refusal is null
            ? new JsonObject { ["next"] = next }
            : new JsonObject { ["error"] = refusal.Code, ["error_description"] = refusal.Text };
        return context.Response.WriteJsonAsync(answer, context.RequestAborted);
    }

    private async Task ShowAsync(HttpContext context, Func<LoginForm, string> page)
    {
        if (await FindAsync(context) is { } transaction)
            await ShowAsync(context, transaction, page, refusal: null);
    }

    private Task ShowAsync(HttpContext context, LoginTransaction transaction, Func<LoginForm, string> page, CredentialRefusal? refusal)
    {
        if (screen.ContentSecurityPolicy is { } policy)
            context.Response.Headers.ContentSecurityPolicy = policy;

        var form = new LoginForm(transaction.State, transaction.Username, transaction.Client.Name, refusal)
        {
            Upstream = [.. transaction.Client.Connections.Select(tenant.Federation.Find)
                .OfType<UpstreamConnection>().Select(connection => (connection.Name, connection.DisplayName))],
        };
        return context.Response.WriteHtmlAsync(page(form), context.RequestAborted, refusal?.Status ?? StatusCodes.Status200OK);
    }

    private Task<LoginTransaction?> FindAsync(HttpContext context) => ErrorPage.FindTransactionAsync(context, tenant);
}

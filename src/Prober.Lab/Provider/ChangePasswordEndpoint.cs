using Microsoft.AspNetCore.Http;
using Prober.Lab.Provider.Pages;

namespace Prober.Lab.Provider;

/// <summary>
/// Where a person with an expired password is sent before the application, as an Auth0 Action would do. A new password
/// is kept and the login goes on.
/// </summary>
internal sealed class ChangePasswordEndpoint(Tenant tenant)
{
    private const int ShortestPassword = 8;

    public async Task ShowAsync(HttpContext context)
    {
        if (await ErrorPage.FindTransactionAsync(context, tenant) is { Session: not null } transaction)
            await context.Response.WriteHtmlAsync(ChangePasswordPage.Render(transaction.State, error: null), context.RequestAborted);
    }

    public async Task SubmitAsync(HttpContext context)
    {
        if (await ErrorPage.FindTransactionAsync(context, tenant) is not { Session: { } session } transaction)
            return;

        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var password = form["new-password"].ToString();
        if (Complaint(password, form["confirm-password"].ToString(), session.User.Password) is { } complaint)
        {
            var page = ChangePasswordPage.Render(transaction.State, complaint);
            await context.Response.WriteHtmlAsync(page, context.RequestAborted, StatusCodes.Status400BadRequest);
            return;
        }

        tenant.Users.Save(session.User with { Password = password, State = AccountState.InGoodOrder });
        tenant.Log.Write("scp", transaction.Client.ClientId, session.User.Username, "Successful password change");
        context.Response.Redirect(Paths.WithState(Paths.Continue, transaction.State));
    }

    private static string? Complaint(string password, string repeated, string old) =>
        password.Length < ShortestPassword ? $"At least {ShortestPassword} characters."
        : password != repeated ? "The passwords do not match."
        : password == old ? "Choose a password you have not used before."
        : null;
}

using Microsoft.AspNetCore.Http;

namespace Prober.Lab.Provider;

/// <summary>
/// Finishes logins that began by another protocol than OpenID Connect. They come to the same <c>/authorize/resume</c>,
/// where OpenIddict would look in vain for an authorization request.
/// </summary>
internal sealed class ForeignResume(RequestDelegate next, Tenant tenant)
{
    private readonly LoginSteps steps = new(tenant);

    public async Task InvokeAsync(HttpContext context)
    {
        var transaction = context.Request.Path == Paths.Resume ? tenant.Transactions.Find(context.Request.Query["state"]) : null;
        if (transaction?.Answer is not { } answer)
        {
            await next(context);
            return;
        }

        if (steps.Next(transaction) is { } step)
        {
            context.Response.Redirect(step);
            return;
        }

        tenant.Transactions.End(transaction);
        tenant.Log.Write("s", transaction.Client.ClientId, transaction.Username, "Successful login");
        await tenant.Fault.BeforeResumeAsync(context, context.RequestAborted);
        if (!context.Response.HasStarted)
            await answer(context, transaction.Session!);
    }
}

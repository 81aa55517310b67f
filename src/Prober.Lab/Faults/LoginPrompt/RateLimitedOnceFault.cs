using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Prober.Lab.Provider;
using Prober.Lab.Provider.Pages;

namespace Prober.Lab;

/// <summary>A burst of logins: the first request is told to wait, and its page tries again by itself.</summary>
internal sealed class RateLimitedOnceFault : FaultBehaviour
{
    public override FaultInfo Info { get; } = new(
        Fault.RateLimitedOnce, "F19", "rate-limited-once",
        "The authorization endpoint answers the first request with 429 and the second as it should.", "login-prompt-idp-available")
    {
        Verdict = "warn",
        Reason = "recovered",
        MustNotFail = ["login-prompt-shown"],
    };

    public override void InFrontOfProvider(IApplicationBuilder provider)
    {
        var requests = 0;
        provider.Use((context, next) =>
        {
            if (context.Request.Path != Paths.Authorize || Interlocked.Increment(ref requests) > 1)
                return next(context);

            context.Response.Headers.RetryAfter = "1";
            return context.Response.WriteHtmlAsync(
                ProviderLayout.Render("Too many requests", "<p>Many people are logging in right now. You will be let in shortly.</p>",
                    """<meta http-equiv="refresh" content="1">"""),
                context.RequestAborted, StatusCodes.Status429TooManyRequests);
        });
    }
}

using Microsoft.AspNetCore.Http;
using Prober.Lab.Provider;

namespace Prober.Lab.Upstream;

/// <summary>The upstream provider's own login page and session, for whichever protocol asks.</summary>
internal sealed class UpstreamSignIn(UpstreamProvider upstream)
{
    private const string Cookie = "workforce.session";

    public ProviderSession? Session(HttpContext context) => upstream.Sessions.Touch(context.Request.Cookies[Cookie]);

    /// <summary>Answers from the session, or asks for credentials first.</summary>
    public async Task AnswerAsync(HttpContext context, SessionAnswer answer, bool mustPrompt)
    {
        if (!mustPrompt && Session(context) is { } session)
        {
            await answer(context, session);
            return;
        }

        var flow = Identifiers.New();
        upstream.Waiting[flow] = answer;
        context.Response.Redirect($"{UpstreamPaths.SignIn}?flow={flow}");
    }

    public Task ShowAsync(HttpContext context) => upstream.Waiting.ContainsKey(Flow(context))
        ? context.Response.WriteHtmlAsync(UpstreamPages.SignIn(Flow(context), username: "", refused: false), context.RequestAborted)
        : Expired(context);

    public async Task SubmitAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var username = form["loginfmt"].ToString();
        if (!upstream.Waiting.TryGetValue(Flow(context), out var answer))
        {
            await Expired(context);
            return;
        }

        if (upstream.Users.FindByUsername(username) is not { } user || user.Password != form["passwd"].ToString())
        {
            var page = UpstreamPages.SignIn(Flow(context), username, refused: true);
            await context.Response.WriteHtmlAsync(page, context.RequestAborted, StatusCodes.Status401Unauthorized);
            return;
        }

        upstream.Waiting.TryRemove(Flow(context), out _);
        var session = upstream.Sessions.Begin(user);
        context.Response.Cookies.Append(Cookie, session.Id, new() { HttpOnly = true, Secure = true, SameSite = SameSiteMode.None, Path = "/" });
        if (upstream.Fault.UpstreamKeepsPerson)
            await context.Response.WriteHtmlAsync(UpstreamPages.Start(user), context.RequestAborted);
        else
            await answer(context, session);
    }

    public void End(HttpContext context)
    {
        upstream.Sessions.End(context.Request.Cookies[Cookie]);
        context.Response.Cookies.Delete(Cookie);
    }

    private static Task Expired(HttpContext context) => context.Response.WriteHtmlAsync(
        UpstreamPages.Error("expired_flow", "This sign-in has expired. Go back to the application and try again."),
        context.RequestAborted, StatusCodes.Status400BadRequest);

    private static string Flow(HttpContext context) => context.Request.Query["flow"].ToString();
}

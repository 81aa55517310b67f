using System.Net;
using Microsoft.AspNetCore.Http;

namespace Prober.Monitor.Web.Access;

/// <summary>
/// Without a login, the names by which a monitor on loopback is asked for are part of its protection: a foreign site whose name is made to lead to this
/// machine (DNS rebinding) shows its own name in Host, and gets nothing.
/// </summary>
internal static class OwnHosts
{
    public static Func<HttpContext, RequestDelegate, Task> Guard(Uri? page) => (context, next) => IsOwn(context.Request.Host.Host, page) ? next(context) : RefuseAsync(context);

    private static bool IsOwn(string host, Uri? page) =>
        host.Length == 0 || host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address)) || host.Equals(page?.Host, StringComparison.OrdinalIgnoreCase);

    private static Task RefuseAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status421MisdirectedRequest;
        return context.Response.WriteAsync("this monitor is asked for as localhost, or by the name in --public-url\n");
    }
}

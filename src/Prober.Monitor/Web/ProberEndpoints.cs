using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Prober.Monitor.Runs;
using Prober.Monitor.Store;
using Prober.Monitor.Web.Expiries;
using Prober.Monitor.Web.Pages;

namespace Prober.Monitor.Web;

/// <summary>The pages beside the logins themselves: what ends soon, and how the prober is.</summary>
internal static class ProberEndpoints
{
    private const int MostFaults = 10;

    public static void MapProber(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/expiries", async (HttpContext context, ExpiryReader reader, TimeProvider time, PageRenderer pages, CancellationToken cancellationToken) =>
        {
            var (expiries, unknown) = await reader.ReadAsync(cancellationToken);
            return await pages.PageAsync<ExpiriesPage>(context, new() { [nameof(ExpiriesPage.Expiries)] = expiries, [nameof(ExpiriesPage.Unknown)] = unknown, [nameof(ExpiriesPage.Today)] = Today(time) });
        });
        routes.MapGet("/prober", async (
            HttpContext context, MonitorOptions options, MonitorDatabase database, ProberHistory history, Admission admission, TimeProvider time, PageRenderer pages, CancellationToken cancellationToken) =>
            await pages.PageAsync<ProberPage>(context, new()
            {
                [nameof(ProberPage.Health)] = new ProberHealth
                {
                    Node = options.Node,
                    Nodes = await history.NodesAsync(cancellationToken),
                    Slots = options.Slots,
                    Walking = admission.Walking,
                    Waiting = admission.Waiting,
                    Lateness = await history.LatenessAsync(time.GetUtcNow() - TimeSpan.FromDays(1), cancellationToken),
                    Faults = await history.FaultsAsync(MostFaults, cancellationToken),
                    Store = database.Name,
                    StoreBytes = await history.SizeAsync(cancellationToken),
                    FreeBytes = new DriveInfo(options.DataFolder).AvailableFreeSpace,
                },
            }));
    }

    // A page that counts days changes once a day.
    private static DateTimeOffset Today(TimeProvider time) => new(time.GetUtcNow().Date, TimeSpan.Zero);
}

using Prober.Monitor.Incidents;
using Prober.Monitor.Metrics;
using Prober.Monitor.Store;

namespace Prober.Monitor.Bundles;

/// <summary>
/// Moves what runs left into the bucket, and what is not kept any longer out of it. While the bucket is away, runs go on and their evidence
/// waits in its folders: the operator hears of it, and nobody who owns a login.
/// </summary>
public sealed class BundleMoves(MonitorOptions options, BundleStore store, BundleBucket bucket, IncidentBook incidents, MonitorMetrics metrics)
{
    /// <summary>Of the incident that the bucket is away.</summary>
    public const string Reason = "bundles-not-stored";

    /// <summary>Moves all that waits; null when nothing failed, else what the bucket said.</summary>
    public async Task<string?> MoveAsync(CancellationToken cancellationToken)
    {
        // What lies on another node, or went with it, is not for this one.
        var waiting = (await store.WaitingAsync(options.Node, cancellationToken)).Where(run => Directory.Exists(run.Folder)).ToList();
        metrics.BundlesWaiting(waiting.Count);
        var moved = 0;
        try
        {
            foreach (var (id, scenario, folder) in waiting)
            {
                if (await MoveAsync(id, scenario, folder, cancellationToken)) metrics.BundlesWaiting(waiting.Count - ++moved);
            }

            foreach (var bundle in await store.SparedAsync(cancellationToken)) await DeleteAsync(bundle, cancellationToken);
        }
        catch (BucketException away)
        {
            metrics.BundleFailed();
            await TellAsync(away.Message, waiting.Count - moved, cancellationToken);
            return away.Message;
        }

        if (moved > 0) await incidents.OwnFaultEndedAsync($"{bucket.Address}", cancellationToken);
        return null;
    }

    private async Task<bool> MoveAsync(string id, string scenario, string folder, CancellationToken cancellationToken)
    {
        var place = bucket.Place(scenario, id);
        try
        {
            await store.BeginAsync($"{place}", cancellationToken);
            var bytes = await bucket.PutAsync(folder, place, cancellationToken);
            // The record first: a folder that is left over costs room, a link to one that is gone costs trust.
            await store.MovedAsync(id, $"{place}", bytes, cancellationToken);
            Directory.Delete(folder, recursive: true);
            return true;
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            // Cleared away meanwhile by a node that sees it, too; else it is tried again.
            return false;
        }
    }

    private async Task DeleteAsync(string bundle, CancellationToken cancellationToken)
    {
        if (BucketAddress.TryParse(bundle) is { } place) await bucket.DeleteAsync(place, cancellationToken);
        await store.GoneAsync(bundle, cancellationToken);
    }

    private Task TellAsync(string problem, int waiting, CancellationToken cancellationToken) => incidents.OwnFaultAsync(
        $"{bucket.Address}", Reason,
        new()
        {
            Id = "",
            Scenario = "",
            Node = options.Node,
            State = RunState.ProberFault,
            Cause = RunCause.Schedule,
            DueAt = default,
            StartedAt = default,
            Fault = "prober",
            Summary = $"Evidence cannot be moved to the bucket: {problem}. That of {waiting} runs waits on its node.",
            Remedy = "Look at the bucket, its address (AWS_ENDPOINT_URL, AWS_REGION) and its key; what waits is moved by itself then.",
        }, cancellationToken);
}

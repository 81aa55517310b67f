using Prober.Browser.Pages;
using Prober.Evidence.Session;

namespace Prober.Browser.Recording;

/// <summary>Keeps the web storage that a look brought along, under the name of the moment.</summary>
internal sealed class StorageRecorder(TimeProvider time)
{
    private readonly List<StorageSnapshot> _snapshots = [];

    public IReadOnlyList<StorageSnapshot> Snapshots => _snapshots;

    public void Keep(PageLook look, string moment)
    {
        if (look.Local is null || look.Session is null || look.Uri is not { } address || address.Scheme is not ("http" or "https")) return;
        _snapshots.Add(new StorageSnapshot(moment, time.GetUtcNow(), address.GetLeftPart(UriPartial.Authority), look.Local, look.Session));
    }
}

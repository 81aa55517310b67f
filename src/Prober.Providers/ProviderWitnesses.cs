namespace Prober.Providers;

/// <summary>Everybody at one provider who can testify.</summary>
public sealed record ProviderWitnesses(IProviderLogWitness Log, IUserRecordWitness Users, IConfigurationWitness Configuration)
{
    /// <summary>The kinds of provider with an API that is known here.</summary>
    public static IReadOnlyList<string> Kinds { get; } = [.. Vendors.All.Select(vendor => vendor.Kind)];

    /// <summary>The witnesses of a kind of provider; null for a kind whose API is not known.</summary>
    /// <param name="access">Where and with what.</param>
    /// <param name="http">Sends the requests; its time limit holds for each.</param>
    /// <param name="time">Bounds all waiting.</param>
    /// <param name="seen">Told of every token that a request obtains, so that none gets into what is written.</param>
    public static ProviderWitnesses? Of(ManagementAccess access, HttpClient http, TimeProvider time, Action<string>? seen = null)
    {
        ArgumentNullException.ThrowIfNull(access);
        return Vendors.Find(access.Kind)?.Witnesses(access, new ApiConnection(http, time, seen ?? (_ => { })));
    }
}

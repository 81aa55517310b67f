namespace Prober.Monitor.Bundles;

/// <summary>What a file of a bundle is, so that whoever looks into the bucket sees it as such.</summary>
internal static class BundleTypes
{
    public static string Of(string name) => Path.GetExtension(name) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".json" or ".har" => "application/json",
        ".png" => "image/png",
        ".jpg" or ".jpeg" => "image/jpeg",
        ".xml" => "application/xml",
        ".zip" => "application/zip",
        _ => "application/octet-stream",
    };
}

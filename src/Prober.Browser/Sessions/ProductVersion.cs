using System.Reflection;

namespace Prober.Browser.Sessions;

/// <summary>The prober's version as runs and user agents carry it, without build metadata.</summary>
internal static class ProductVersion
{
    public static string Value { get; } =
        typeof(ProductVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0.0.0";
}

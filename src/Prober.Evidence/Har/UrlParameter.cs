namespace Prober.Evidence.Har;

/// <summary>One parameter, decoded and raw. <c>RawValue</c> is the text after the first equals sign as it stood; null when there was none.</summary>
public sealed record UrlParameter(string Name, string Value, string RawName, string? RawValue)
{
    internal static UrlParameter Parse(string part)
    {
        var equals = part.IndexOf('=', StringComparison.Ordinal);
        var rawName = equals < 0 ? part : part[..equals];
        var rawValue = equals < 0 ? null : part[(equals + 1)..];
        return new(Decode(rawName), Decode(rawValue ?? ""), rawName, rawValue);
    }

    /// <summary>Undoes form encoding; what is not a valid escape stays as it is.</summary>
    public static string Decode(string raw) => raw.AsSpan().ContainsAny('%', '+') ? Uri.UnescapeDataString(raw.Replace('+', ' ')) : raw;
}

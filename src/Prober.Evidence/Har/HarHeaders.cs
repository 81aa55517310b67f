using System.Collections;

namespace Prober.Evidence.Har;

/// <summary>Headers in the order received, names in lower case, several values of one name kept apart.</summary>
public sealed class HarHeaders : IReadOnlyList<HarHeader>
{
    public static readonly HarHeaders None = new([]);

    // An array for its size: a large HAR has hundreds of thousands of these lists.
    private readonly HarHeader[] _headers;

    public HarHeaders(IEnumerable<HarHeader> headers)
    {
        _headers = [.. headers];
        foreach (ref var header in _headers.AsSpan())
        {
            if (header.Name.AsSpan().ContainsAnyInRange('A', 'Z')) header = header with { Name = header.Name.ToLowerInvariant() };
        }
    }

    private HarHeaders(HarHeader[] headers) => _headers = headers;

    public int Count => _headers.Length;

    public HarHeader this[int index] => _headers[index];

    /// <summary>The first value of a header (name in any case), or null.</summary>
    public string? this[string name]
    {
        get
        {
            foreach (var header in _headers)
            {
                if (header.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) return header.Value;
            }

            return null;
        }
    }

    public IEnumerable<string> All(string name) =>
        _headers.Where(header => header.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(header => header.Value);

    /// <summary>The same for names that are in lower case already.</summary>
    internal static HarHeaders OfLowerCase(List<HarHeader> headers) => new(headers.ToArray());

    internal bool HoldsSame(List<HarHeader> headers)
    {
        if (headers.Count != _headers.Length) return false;
        for (var at = 0; at < _headers.Length; at++)
        {
            if (!ReferenceEquals(_headers[at], headers[at])) return false;
        }

        return true;
    }

    public IEnumerator<HarHeader> GetEnumerator() => _headers.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>One header line.</summary>
public sealed record HarHeader(string Name, string Value);

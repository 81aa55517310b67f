namespace Prober.Evidence.Har.Inputs;

/// <summary>One recording of a file, which can be opened anew for each walk over it.</summary>
public sealed class StoredHar
{
    private readonly Func<Stream> _open;
    private readonly Func<string, ReadOnlyMemory<byte>?> _attachment;

    internal StoredHar(string name, Func<Stream> open, Func<string, ReadOnlyMemory<byte>?> attachment) =>
        (Name, _open, _attachment) = (name, open, attachment);

    /// <summary>Its file's name without any folder, also of one inside an archive.</summary>
    public string Name { get; }

    /// <summary>Its text, unpacked; the caller closes it.</summary>
    /// <exception cref="InvalidDataException">While it is opened or read: what packs it is damaged.</exception>
    public Stream Open() => _open();

    /// <summary>A body that the recorder put beside it, or somewhat more than <see cref="HarReadOptions.LongestBody"/> of a longer one; null when it is not there.</summary>
    public ReadOnlyMemory<byte>? Attachment(string name) => _attachment(name);
}

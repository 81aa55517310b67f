namespace Prober.Evidence.Har.Inputs;

/// <summary>A body that a recorder put into a file of its own, in the folder of the HAR.</summary>
internal static class SiblingFile
{
    /// <summary>The body, or somewhat more than <paramref name="longest"/> bytes of a longer one; null when it is not there. The name comes from a stranger's file: it must not lead to another folder.</summary>
    public static ReadOnlyMemory<byte>? Read(string folder, string name, long longest)
    {
        if (name.Contains('\0') || Path.GetFileName(name) != name) return null;
        var file = new FileInfo(Path.Combine(folder, name));
        // Nor may a link, which came out of the same archive as the HAR.
        if (!file.Exists || file.LinkTarget is not null) return null;
        using var content = file.OpenRead();
        return BoundedRead.Start(content, longest);
    }
}

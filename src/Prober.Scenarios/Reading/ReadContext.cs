namespace Prober.Scenarios.Reading;

/// <summary>What one reading needs beside the file: values of variables, the time, and questions that can be asked only when all is read.</summary>
public sealed class ReadContext(Func<string, string?> findVariable, TimeProvider? time = null)
{
    private readonly List<NamedReference> _references = [];
    private readonly List<string> _files = [];

    /// <summary>Names used in the file that something elsewhere in it must define.</summary>
    public IReadOnlyList<NamedReference> References => _references;

    /// <summary>Files that the file names and that were read with it so far.</summary>
    public IReadOnlyList<string> Files => _files;

    /// <summary>Today, in UTC.</summary>
    public DateOnly Today => DateOnly.FromDateTime((time ?? TimeProvider.System).GetUtcNow().UtcDateTime);

    /// <summary>The value with its variables put in. It may be a secret: never quote it.</summary>
    public string Resolve(StrictScalar scalar) => Interpolation.Resolve(scalar, findVariable);

    /// <summary>Another file is about to be read: what it says now is part of what is read here.</summary>
    public void Uses(string path) => _files.Add(path);

    public void Refer(StrictScalar scalar, string name) => _references.Add(new NamedReference(scalar, name));
}

/// <summary>A name and where it was used.</summary>
public sealed record NamedReference(StrictScalar Scalar, string Name);

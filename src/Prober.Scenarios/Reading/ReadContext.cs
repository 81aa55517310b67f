namespace Prober.Scenarios.Reading;

/// <summary>What one reading needs beside the file: values of variables, and questions that can be asked only when all is read.</summary>
public sealed class ReadContext(Func<string, string?> findVariable)
{
    private readonly List<NamedReference> _references = [];

    /// <summary>Names used in the file that something elsewhere in it must define.</summary>
    public IReadOnlyList<NamedReference> References => _references;

    /// <summary>The value with its variables put in. It may be a secret: never quote it.</summary>
    public string Resolve(StrictScalar scalar) => Interpolation.Resolve(scalar, findVariable);

    public void Refer(StrictScalar scalar, string name) => _references.Add(new NamedReference(scalar, name));
}

/// <summary>A name and where it was used.</summary>
public sealed record NamedReference(StrictScalar Scalar, string Name);

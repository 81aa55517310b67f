namespace Prober.Browser.Installation.Diagnosis;

/// <summary>One thing that was looked at on this computer.</summary>
/// <param name="Name">What was looked at: <c>browser</c>.</param>
/// <param name="Status">Whether it will do.</param>
/// <param name="Detail">What was seen.</param>
/// <param name="Remedy">What to do; null when there is nothing to do.</param>
public sealed record DoctorFinding(string Name, DoctorStatus Status, string Detail, string? Remedy = null)
{
    public static DoctorFinding Ok(string name, string detail) => new(name, DoctorStatus.Ok, detail);

    public static DoctorFinding Warn(string name, string detail, string remedy) => new(name, DoctorStatus.Warn, detail, remedy);

    public static DoctorFinding Fail(string name, string detail, string remedy) => new(name, DoctorStatus.Fail, detail, remedy);
}

/// <summary>Whether it will do.</summary>
public enum DoctorStatus
{
    Ok,

    /// <summary>Probing works, but not as well as it could.</summary>
    Warn,

    /// <summary>Probing does not work.</summary>
    Fail,
}

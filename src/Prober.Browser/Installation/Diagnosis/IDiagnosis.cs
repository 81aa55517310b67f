namespace Prober.Browser.Installation.Diagnosis;

/// <summary>Looks at one thing that probing needs of this computer.</summary>
internal interface IDiagnosis
{
    Task<DoctorFinding> LookAsync(CancellationToken cancellationToken);
}

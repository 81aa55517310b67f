namespace Prober.Checklist.Inference;

/// <summary>One thing that the person in a recording did.</summary>
/// <param name="Kind">What.</param>
/// <param name="Application">At which application, by its name among the expectations.</param>
/// <param name="Entry">HAR entry that shows it.</param>
public sealed record RecordedStep(RecordedStepKind Kind, string Application, int Entry)
{
    /// <summary>True for a way over to another application at which credentials were asked for again.</summary>
    public bool AskedAgain { get; init; }
}

/// <summary>Kinds of <see cref="RecordedStep"/>, in the words of a scenario.</summary>
public enum RecordedStepKind
{
    /// <summary>The provider asked for credentials, or was to.</summary>
    Login,

    /// <summary>The same application again, without a question.</summary>
    SecondTab,

    /// <summary>Another application, after a login that succeeded. Whether it should have asked again is what a repetition is to show.</summary>
    SingleSignOn,

    Logout,
}

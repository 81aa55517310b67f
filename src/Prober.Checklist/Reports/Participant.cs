namespace Prober.Checklist.Reports;

/// <summary>One lifeline of the sequence diagram.</summary>
/// <param name="Id">Stable within the report.</param>
/// <param name="Name">What a person calls it: the application's name, "identity provider", a host.</param>
/// <param name="Kind">Which side it is on.</param>
/// <param name="Host">Host and port; null for the browser.</param>
public sealed record Participant(string Id, string Name, ParticipantKind Kind, string? Host);

/// <summary>Kinds of <see cref="Participant"/>, in drawing order.</summary>
public enum ParticipantKind
{
    Browser,
    Application,
    IdentityProvider,
    Upstream,
    Other,
}

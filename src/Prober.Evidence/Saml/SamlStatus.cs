namespace Prober.Evidence.Saml;

/// <summary>The outcome a response states (saml-core-2.0-os 3.2.2), codes without their URN.</summary>
/// <param name="Code">Top code: <c>Success</c>, <c>Requester</c>, <c>Responder</c>, <c>VersionMismatch</c>; null when there is none.</param>
/// <param name="SubCode">Nested code: <c>AuthnFailed</c>, <c>NoPassive</c>, <c>PartialLogout</c>.</param>
/// <param name="Message">The sender's own words, redacted.</param>
public sealed record SamlStatus(string? Code, string? SubCode, string? Message)
{
    public bool IsSuccess => Code == "Success";
}

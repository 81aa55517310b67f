namespace Prober.Lab.Provider.Management;

/// <summary>An error answer of the management API.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Message">For a person.</param>
/// <param name="Code">Auth0's <c>errorCode</c>, where there is one.</param>
internal sealed record ManagementFailure(int Status, string Message, string? Code);

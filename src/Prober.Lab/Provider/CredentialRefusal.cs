namespace Prober.Lab.Provider;

/// <summary>Why credentials were not accepted: HTTP status, Auth0's error code, the text shown and the log's event code.</summary>
internal sealed record CredentialRefusal(int Status, string Code, string Text, string EventType);

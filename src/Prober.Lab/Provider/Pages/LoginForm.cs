namespace Prober.Lab.Provider.Pages;

/// <summary>What a login page has to show: whose login it is, what was typed before and why that was not enough.</summary>
internal sealed record LoginForm(string State, string Username, string ApplicationName, CredentialRefusal? Refusal);

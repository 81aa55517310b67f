using Prober.Checklist.Facts.Witnesses;

namespace Prober.Checklist.Checks.Sso;

/// <summary>Whether the connection of the first login is enabled for the second application too.</summary>
public sealed class SecondApplicationConnection : SecondLoginCheck
{
    private const string Enabled = "login-prompt-connection-enabled";

    public override CheckInfo Info { get; } = new(
        "sso-connection-enabled-second-app",
        Stage.Sso,
        CheckClass.Root,
        Question: "Is the first login's connection enabled for the second application?",
        Why: "A provider does not use a session of a connection that the second application may not use; it asks again with that application's own ones.",
        Remedy: "Enable the connection for the second application too (and for its organization), then test again.")
    {
        Owner = FaultOwner.Configuration,
        References = ["https://auth0.com/docs/authenticate/single-sign-on"],
        AnsweredBy = "the identity provider's settings (management API or an export)",
        Reasons = Reasons(
            ("went-through", "The second application accepted the session."),
            ("enabled", "The connection is enabled for the second application."),
            ("not-enabled", "The connection is not enabled for the second application."),
            ("refused", "The provider said so when the second application asked."),
            ("other-organization", "It is enabled, but not for the organization that the second application asks for."),
            ("settings-unknown", "The settings of the second application were not read.")),
    };

    private protected override Finding Judge(SecondLogin login, EvidenceReader evidence)
    {
        if (evidence.Facts.Errors.FirstOrDefault(error => error.Owner == Enabled && error.Transaction == login.Second) is { } error)
            return Finding.Fail("refused", $"The provider refused {login.SecondName}: {error.Description ?? error.Code}.",
                EvidencePointer.Har(error.Entry.Index, "error_description", error.Description ?? error.Code));
        if (login.WentThrough)
            return Finding.Pass("went-through", $"{login.SecondName} accepted the session of the first login.",
                EvidencePointer.Har(login.Second.Callback!.Index, "request.url", login.Second.Callback.Request.Url.Split('?')[0]));
        var name = AccountConnection.NameOf(evidence, login.First);
        if (name is null || AccountConnection.ClientOf(evidence, login.Second.ClientId) is not { Connections: { } connections })
            return Finding.Inconclusive("settings-unknown", $"Which connections {login.SecondName} may use is not known; answered by {Info.AnsweredBy}.");
        return connections.Contains(name) ? OfOrganization(login, evidence, name)
            : Finding.Fail("not-enabled",
                $"The login went by {name}, which is not enabled for {login.SecondName} ({login.Second.ClientId}); asking again is the consequence.",
                EvidencePointer.Api($"clients[{login.Second.ClientId}].connections", connections.Count == 0 ? "none" : string.Join(", ", connections)),
                login.Prompt(evidence.Facts)) with
            { Remedy = $"Enable {name} for {login.SecondName} ({login.Second.ClientId}) as it is for {login.FirstName}." };
    }

    private static Finding OfOrganization(SecondLogin login, EvidenceReader evidence, string name)
    {
        var asked = login.Second.Parameters.GetValueOrDefault("organization");
        var organization = evidence.Configuration.Organizations.FirstOrDefault(known => asked is not null && (known.Id == asked || known.Name == asked));
        return organization is not null && !organization.Connections.Contains(name)
            ? Finding.Warn("other-organization", $"{name} is enabled for {login.SecondName}, but not for the organization {organization.Name ?? organization.Id} that it asks for.",
                EvidencePointer.Api($"organizations[{organization.Id}].connections", string.Join(", ", organization.Connections)))
            : Finding.Pass("enabled", $"{name} is enabled for {login.SecondName}; that is not why it asked again.",
                EvidencePointer.Api($"clients[{login.Second.ClientId}].connections", name));
    }
}

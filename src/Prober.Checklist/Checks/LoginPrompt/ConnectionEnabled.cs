using Prober.Checklist.Facts.Errors;
using Prober.Checklist.Facts.Logins;
using Prober.Checklist.Facts.Witnesses;

namespace Prober.Checklist.Checks.LoginPrompt;

/// <summary>Whether the user store or upstream provider that the account needs is switched on for this application.</summary>
public sealed class ConnectionEnabled : Check
{
    public override CheckInfo Info { get; } = new(
        "login-prompt-connection-enabled", Stage.LoginPrompt, CheckClass.Root,
        "Is the connection that the user needs enabled for this application?",
        "A connection is enabled per application (and per organization); one that was forgotten refuses everybody at once.",
        "Enable the connection under its list of applications (and the organization's connections), then test again.")
    {
        DependsOn = ["login-prompt-authorize-seen"],
        Owner = FaultOwner.Configuration,
        AnsweredBy = "the identity provider's management API (Auth0: GET /api/v2/clients/{id}/connections)",
        References = ["https://auth0.com/docs/api/management/v2/clients/get-client-connections"],
        Reasons = new Dictionary<string, string>
        {
            ["enabled"] = "the settings have the connection enabled for the client",
            ["not-for-organization"] = "it is enabled for the client, but not for the organization of the request",
            ["accepted"] = "the provider accepted credentials by the login method in use",
            ["connection-disabled"] = "the connection named in the request is not enabled for the client",
            ["no-connections"] = "no connection at all is enabled for the client",
            ["organization"] = "the connection is not enabled for the organization",
            ["unknown-connection"] = "no connection of that name exists",
            ["not-answered"] = "nothing in the evidence says so",
        },
    };

    public override Finding Evaluate(EvidenceReader evidence)
    {
        var course = LoginCourse.Of(evidence);
        var error = course.Errors.FirstOrDefault(error => error.Owner == Info.Id);
        if (error is not null && !course.Reached) return Disabled(evidence, error);
        if (course.Decisive is { Succeeded: true } transaction)
        {
            return OfOrganization(evidence, transaction) ?? Finding.Pass("accepted", "The identity provider accepted the login by the connection in use.",
                EvidencePointer.Har(transaction.Callback!.Index, "request.url", transaction.Callback.Request.Url.Split('?')[0]));
        }

        return OfSettings(evidence, course) ?? course.OwnedByOther(Info.Id)
            ?? Finding.Inconclusive("not-answered", $"Nothing shows whether the connection is enabled; answered by {Info.AnsweredBy}.");
    }

    /// <summary>What the settings say when the login itself does not; an outage or an earlier fault does not make them wrong.</summary>
    private static Finding? OfSettings(EvidenceReader evidence, LoginCourse course)
    {
        if (course.Stopper?.Owner is "login-prompt-idp-available" || AccountConnection.ClientOf(evidence, course.Decisive?.ClientId) is not { Connections: { } enabled } client) return null;
        var proof = EvidencePointer.Api($"clients[{client.ClientId}].connections", enabled.Count == 0 ? "none" : string.Join(", ", enabled));
        if (enabled.Count == 0) return Finding.Fail("no-connections", $"No connection is enabled for application {client.Name ?? client.ClientId}.", proof);
        if (AccountConnection.NameOf(evidence, course.Decisive) is not { } name) return null;
        return enabled.Contains(name)
            ? OfOrganization(evidence, course.Decisive!) ?? Finding.Pass("enabled", $"{name} is enabled for application {client.Name ?? client.ClientId}.", proof)
            : Finding.Fail("connection-disabled", $"The connection {name} is not enabled for application {client.Name ?? client.ClientId}.", proof);
    }

    private static Finding? OfOrganization(EvidenceReader evidence, LoginTransaction login)
    {
        var asked = login.Parameters.GetValueOrDefault("organization");
        var organization = evidence.Bundle.Configuration.Value?.Organizations.FirstOrDefault(known => asked is not null && (known.Id == asked || known.Name == asked));
        if (organization is null || AccountConnection.NameOf(evidence, login) is not { } name || organization.Connections.Contains(name)) return null;
        var proof = EvidencePointer.Api($"organizations[{organization.Id}].connections", organization.Connections.Count == 0 ? "none" : string.Join(", ", organization.Connections));
        var summary = $"The connection {name} is not enabled for the organization {organization.Name ?? organization.Id}.";
        return login.Succeeded ? Finding.Warn("not-for-organization", summary, proof) : Finding.Fail("organization", summary, proof);
    }

    private static Finding Disabled(EvidenceReader evidence, ReturnedError error)
    {
        var parameters = error.Transaction?.Parameters ?? new Dictionary<string, string>();
        var connection = parameters.GetValueOrDefault("connection") ?? parameters.GetValueOrDefault("kc_idp_hint")
            ?? parameters.GetValueOrDefault("identity_provider") ?? evidence.Expectations.Connection;
        var organization = parameters.GetValueOrDefault("organization");
        var reason = ReasonOf(error, organization);
        var named = connection is null ? "The login method" : $"The connection {connection}";
        var client = error.Transaction?.ClientId ?? "this application";
        var summary = reason switch
        {
            "no-connections" => $"No connection is enabled for application {client}.",
            "organization" => $"{named} is not enabled for organization {organization ?? "(none sent)"}.",
            "unknown-connection" => $"{named} does not exist at this provider.",
            _ => $"{named} is not enabled for application {client}.",
        };
        return Finding.Fail(reason, $"{summary} The identity provider said: {error.Description ?? error.Code}.",
            EvidencePointer.Har(error.Entry.Index, error.Where == ErrorPlace.Callback ? "request.query.error_description"
                : "response.content.error", error.Description ?? error.Code))
            with
        {
            Remedy = reason == "unknown-connection"
                ? $"Check the spelling of {connection ?? "the connection"} and that it belongs to this tenant." : null
        };
    }

    private static string ReasonOf(ReturnedError error, string? organization)
    {
        var text = error.Description ?? "";
        if (text.Contains("no connections", StringComparison.OrdinalIgnoreCase)) return "no-connections";
        if (text.Contains("unknown realm", StringComparison.OrdinalIgnoreCase) || error.Code == "unsupported_credential_type")
            return "unknown-connection";
        return text.Contains("organization", StringComparison.OrdinalIgnoreCase) || organization is not null ? "organization"
            : "connection-disabled";
    }
}

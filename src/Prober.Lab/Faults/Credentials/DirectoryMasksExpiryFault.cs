using Microsoft.AspNetCore.Http;
using Prober.Lab.Provider;

namespace Prober.Lab;

/// <summary>The directory behind the provider knows that the password has expired; the person is told nothing of it.</summary>
internal sealed class DirectoryMasksExpiryFault : FaultBehaviour
{
    public override FaultInfo Info { get; } = new(
        Fault.DirectoryMasksExpiry, "F28", "directory-masks-expiry",
        "The directory's connector turns an expired password into a general error; only the server's log has the directory's code.",
        "credentials-password-expired")
    {
        MustNotFail = ["profile-ldap-mapper-ok"],
    };

    public override CredentialRefusal? Refusal(LabUser user) => user.Username != Visitor.Username ? null : new(
        StatusCodes.Status400BadRequest, "something-went-wrong", "Something went wrong, please try again later.", "f");

    public override string? ServerError(ProviderEvent entry) => entry.Type == "f"
        ? "ldap-connector: bind refused: LDAP: error code 49 - 80090308: LdapErr: DSID-0C09044E, comment: AcceptSecurityContext error, data 532, v2580"
        : null;
}

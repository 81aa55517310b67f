using Prober.Checklist.Facts.Logins;
using Prober.Evidence.Har;

namespace Prober.Checklist.Checks.Token;

/// <summary>
/// The same question where the answer is an assertion: RelayState (saml-bindings-2.0-os 3.4.3) or wctx must come back as it was sent. It may be an
/// address that is the same at every login, for what ties a SAML answer to its request is InResponseTo, which has a check of its own.
/// </summary>
internal static class RelayRoundtrip
{
    public static Finding Judge(EvidenceReader evidence, LoginTransaction login, HarEntry callback)
    {
        var name = login.Protocol == LoginProtocol.Saml ? "RelayState" : "wctx";
        var pointer = EvidencePointer.Har(callback.Index, $"request.{name}", login.AnsweredState);
        if (login.IsUnsolicited)
            return Finding.NotApplicable("unasked", "The login was started by the provider, so the application had sent nothing that could come back.", pointer);
        if (login.State is not null)
            return login.AnsweredState is null
                ? Finding.Warn("state-not-returned", $"{name} was sent, but the answer does not carry it; the user will not land where they wanted to go.", pointer) with
                { Fault = FaultOwner.IdentityProvider, Remedy = $"Have the provider return {name} unchanged." }
                : Finding.Pass("returned", $"{name} came back as it was sent.", pointer);
        return evidence.Assertions.FirstOrDefault(message => message.Entry == callback.Index)?.InResponseTo is { } named && named == login.Parameters.GetValueOrDefault("ID")
            ? Finding.Pass("request-named", "No RelayState was sent; the answer names the request it belongs to.", EvidencePointer.Har(callback.Index, "SAMLResponse/@InResponseTo", named))
            : Finding.NotApplicable("unasked", $"No {name} was sent, so there is nothing to compare.", pointer);
    }
}

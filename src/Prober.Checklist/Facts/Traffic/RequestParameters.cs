using Prober.Checklist.Facts.Endpoints;
using Prober.Checklist.Facts.Logins;

namespace Prober.Checklist.Facts.Traffic;

/// <summary>The parameters of a login request, those inside a SAML message under the message's own names (saml-core-2.0-os 3.4.1).</summary>
internal static class RequestParameters
{
    public static IReadOnlyDictionary<string, string> Of(Exchange exchange)
    {
        var values = AuthorizationAnswer.Values(exchange.Query.Concat(exchange.Form));
        if (FederationShape.RequestIn(exchange) is not { Request: { } asked } message) return values;
        Add("ID", message.Id);
        Add("Issuer", message.Issuer);
        Add("AssertionConsumerServiceURL", asked.AssertionConsumerServiceUrl);
        Add("ForceAuthn", asked.ForceAuthn ? "true" : null);
        Add("IsPassive", asked.IsPassive ? "true" : null);
        Add("NameIDPolicy", asked.NameIdFormat);
        Add("RequestedAuthnContext", asked.RequestedContexts.Count == 0 ? null : string.Join(' ', asked.RequestedContexts));
        return values;

        void Add(string name, string? value)
        {
            if (value is not null) values.TryAdd(name, value);
        }
    }

    /// <summary>True for a name that stands inside a SAML message, not in the address.</summary>
    public static bool IsInMessage(string name) =>
        name is "ID" or "Issuer" or "AssertionConsumerServiceURL" or "ForceAuthn" or "IsPassive" or "NameIDPolicy" or "RequestedAuthnContext";
}

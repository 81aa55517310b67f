namespace Prober.Lab.WsFederation;

/// <summary>An application as a security token service has it registered.</summary>
/// <param name="Realm">Its name, <c>wtrealm</c>.</param>
/// <param name="ReplyAddress">The one address that answers go to, <c>wreply</c>.</param>
internal sealed record RelyingParty(string Realm, string ReplyAddress);

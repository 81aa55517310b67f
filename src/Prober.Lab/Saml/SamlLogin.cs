namespace Prober.Lab.Saml;

/// <summary>What an accepted assertion says of a person.</summary>
internal sealed record SamlLogin(string? NameId, string? SessionIndex, ILookup<string, string> Attributes)
{
    public string? First(string attribute) => Attributes[attribute].FirstOrDefault();
}

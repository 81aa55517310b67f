namespace Prober.Checklist.Facts.Witnesses;

/// <summary>Under which names protocols and directories hand out the same attribute (<c>Data/attribute-names.json</c>).</summary>
internal sealed record AttributeNames(IReadOnlyList<AttributeSynonyms> Attributes)
{
    public static AttributeNames Default { get; } = EmbeddedData.Read<AttributeNames>("attribute-names.json");

    /// <summary>True when a name that was seen stands for the attribute: itself, a synonym, or one under a namespace (<c>https://example.com/groups</c>).</summary>
    public bool Match(string attribute, string seen) =>
        Of(attribute).Any(name => seen.Equals(name, StringComparison.OrdinalIgnoreCase)
            || seen.EndsWith("/" + name, StringComparison.OrdinalIgnoreCase)
            // Auth0 writes semicolons for the dots of a SAML attribute that it does not map.
            || seen.Replace(';', '.').Equals(name, StringComparison.OrdinalIgnoreCase));

    private IReadOnlyList<string> Of(string attribute) =>
        Attributes.FirstOrDefault(known => known.Name.Equals(attribute, StringComparison.OrdinalIgnoreCase))?.Names ?? [attribute];
}

/// <summary>One attribute with all its names.</summary>
internal sealed record AttributeSynonyms(string Name, IReadOnlyList<string> Names);

namespace Prober.Decoding;

/// <summary>One thing that a message says.</summary>
/// <param name="Section">The table it stands in: the message, an assertion, its attributes.</param>
/// <param name="Name">Its name in SAML.</param>
/// <param name="Value">As a person reads it.</param>
/// <param name="Meaning">The entry of the table of meanings.</param>
internal sealed record SamlPart(string Section, string Name, string Value, string Meaning);

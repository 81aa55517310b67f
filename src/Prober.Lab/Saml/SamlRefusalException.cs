namespace Prober.Lab.Saml;

/// <summary>A SAML or WS-Federation message that is not believed, and why.</summary>
internal sealed class SamlRefusalException(string reason) : Exception(reason)
{
    /// <exception cref="SamlRefusalException">A rule is broken.</exception>
    public static void Unless(bool holds, string otherwise)
    {
        if (!holds)
            throw new SamlRefusalException(otherwise);
    }
}

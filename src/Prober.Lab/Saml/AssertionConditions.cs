using System.Xml;
using static Prober.Lab.Saml.SamlRefusalException;

namespace Prober.Lab.Saml;

/// <summary>When and for whom an assertion holds: one rule for SAML 2.0 (saml-core-2.0-os 2.5) and 1.1, which name the restriction differently.</summary>
internal static class AssertionConditions
{
    public static TimeSpan Skew { get; } = TimeSpan.FromSeconds(60);

    /// <exception cref="SamlRefusalException">It holds for somebody else, or at another time.</exception>
    public static void Check(XmlElement? conditions, string audience, DateTimeOffset now)
    {
        Unless(conditions.Time("NotBefore") is not { } from || now >= from - Skew, $"The assertion is not valid before {conditions.Value("NotBefore")}.");
        Unless(conditions.Time("NotOnOrAfter") is not { } to || now < to + Skew, $"The assertion has expired at {conditions.Value("NotOnOrAfter")}.");
        var audiences = conditions.Children("AudienceRestriction").Concat(conditions.Children("AudienceRestrictionCondition"))
            .SelectMany(restriction => restriction.Children("Audience")).Select(one => one.InnerText).ToList();
        Unless(audiences.Contains(audience), $"The audience {string.Join(", ", audiences)} is not {audience}.");
    }
}

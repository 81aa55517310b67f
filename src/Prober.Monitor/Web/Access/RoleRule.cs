using System.Security.Claims;

namespace Prober.Monitor.Web.Access;

/// <summary>Who has a role by what the provider says of them.</summary>
/// <param name="Role">Which they have.</param>
/// <param name="Claim">Name of the claim; null when everybody has the role whom the provider lets in.</param>
/// <param name="Value">That it must have, or one of its values.</param>
public sealed record RoleRule(AccessRole Role, string? Claim, string Value)
{
    /// <param name="role">Which they have.</param>
    /// <param name="text"><c>CLAIM=VALUE</c>, or <c>*</c>.</param>
    /// <exception cref="FormatException">It is neither; the message says what was expected.</exception>
    public static RoleRule Parse(AccessRole role, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text == "*") return new(role, null, "");
        var sign = text.IndexOf('=', StringComparison.Ordinal);
        return sign > 0 && sign < text.Length - 1
            ? new(role, text[..sign], text[(sign + 1)..])
            : throw new FormatException("expected CLAIM=VALUE such as groups=operators, or * for everybody whom the provider lets in");
    }

    public bool Covers(ClaimsPrincipal person)
    {
        ArgumentNullException.ThrowIfNull(person);
        return Claim is null || person.HasClaim(Claim, Value);
    }
}

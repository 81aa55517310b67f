using System.Security.Claims;

namespace Prober.Monitor.Web.Access;

/// <summary>Who has logged in, as the cookie keeps it: a name and a role, and nothing else of them.</summary>
internal static class Person
{
    public static ClaimsPrincipal Of(string id, string name, AccessRole role, string scheme) => new(new ClaimsIdentity(
        [new(ClaimTypes.NameIdentifier, id), new(ClaimTypes.Name, name), new(ClaimTypes.Role, $"{role}")], scheme));

    public static ClaimsPrincipal Of(AccessToken token, string scheme) => Of($"token-{token.Role}", $"{token.Role} by token".ToLowerInvariant(), token.Role, scheme);

    public static bool Is(this ClaimsPrincipal person, AccessRole role) => person.IsInRole($"{role}");
}

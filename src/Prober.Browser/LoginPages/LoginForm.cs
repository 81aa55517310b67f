using Prober.Browser.Pages;

namespace Prober.Browser.LoginPages;

/// <summary>The controls of a login form that are visible, enabled and reachable on a page.</summary>
internal sealed record LoginForm(
    PageField? Identifier, PageField? Password, PageField? OneTimeCode, PageControl? Submit, IReadOnlyList<PageControl> ProviderButtons)
{
    public bool AsksForSomething => Identifier is not null || Password is not null || OneTimeCode is not null;
}

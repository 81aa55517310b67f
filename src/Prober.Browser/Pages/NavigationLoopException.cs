namespace Prober.Browser.Pages;

/// <summary>The tab was sent in circles over <paramref name="address"/>; a finding about the target, not a fault.</summary>
internal sealed class NavigationLoopException(string address) : Exception($"the browser was sent in circles: {address} came up again and again")
{
    public string Address { get; } = address;
}

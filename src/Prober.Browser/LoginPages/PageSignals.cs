using System.Text.RegularExpressions;

namespace Prober.Browser.LoginPages;

/// <summary>Words by which pages and controls are recognised, from <c>page-signals.json</c>.</summary>
internal static class PageSignals
{
    private static readonly Dictionary<string, string[]> Data =
        EmbeddedData.Read("page-signals.json", LoginPagesJson.Default.DictionaryStringStringArray);

    public static readonly Regex Identifier = Any("identifier");
    public static readonly Regex NotIdentifier = Any("notIdentifier");
    public static readonly Regex OneTimeCode = Any("oneTimeCode");
    public static readonly Regex Submit = Any("submit");
    public static readonly Regex NotSubmit = Any("notSubmit");
    public static readonly Regex ProviderButton = Any("providerButton");
    public static readonly Regex SignIn = Any("signIn");
    public static readonly Regex SignOut = Any("signOut");
    public static readonly Regex Busy = Any("busy");
    public static readonly Regex Challenge = Any("challenge");
    public static readonly Regex Locked = Any("locked");
    public static readonly Regex Error = Any("error");
    public static readonly Regex Complaint = Any("complaint");
    public static readonly Regex SignedOut = Any("signedOut");

    /// <summary>One expression for a list of alternatives. Texts of pages are untrusted, so a match may not take long.</summary>
    public static Regex OneOf(IEnumerable<string> patterns) =>
        new(
            string.Join('|', patterns.Select(pattern => $"(?:{pattern})")),
            RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
            TimeSpan.FromSeconds(1));

    private static Regex Any(string name) => OneOf(Data[name]);
}

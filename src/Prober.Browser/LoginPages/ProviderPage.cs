using System.Collections.Concurrent;

namespace Prober.Browser.LoginPages;

/// <summary>What is known of one provider's login pages: names or ids of its fields, selectors of its error and challenge elements.</summary>
internal sealed record ProviderPage
{
    private static readonly IReadOnlyDictionary<string, ProviderPage> All =
        EmbeddedData.Read("provider-pages.json", LoginPagesJson.Default.DictionaryStringProviderPage);
    private static readonly ConcurrentDictionary<string, ProviderPage> Merged = new(StringComparer.Ordinal);

    public IReadOnlyList<string> Identifier { get; init; } = [];

    public IReadOnlyList<string> Password { get; init; } = [];

    public IReadOnlyList<string> OneTimeCode { get; init; } = [];

    public IReadOnlyList<string> Submit { get; init; } = [];

    /// <summary>CSS selectors.</summary>
    public IReadOnlyList<string> Errors { get; init; } = [];

    /// <summary>CSS selectors.</summary>
    public IReadOnlyList<string> Captcha { get; init; } = [];

    public static IEnumerable<string> Kinds => All.Keys;

    /// <summary>The provider's own row followed by the generic one; the generic one alone for a kind that is not known.</summary>
    public static ProviderPage Of(string kind) => Merged.GetOrAdd(kind, static kind =>
    {
        var generic = All["generic"];
        return All.TryGetValue(kind, out var own) && own != generic ? own.Then(generic) : generic;
    });

    private ProviderPage Then(ProviderPage next) => new()
    {
        Identifier = [.. Identifier, .. next.Identifier],
        Password = [.. Password, .. next.Password],
        OneTimeCode = [.. OneTimeCode, .. next.OneTimeCode],
        Submit = [.. Submit, .. next.Submit],
        Errors = [.. Errors, .. next.Errors],
        Captcha = [.. Captcha, .. next.Captcha],
    };
}

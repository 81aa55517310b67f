using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Prober.Lab.Provider.Management;

/// <summary>One question to the management API, with its parameters.</summary>
internal sealed record ManagementRequest(IQueryCollection Query, IReadOnlyDictionary<string, string> Route)
{
    /// <summary>Entries on a page; Auth0 gives 50 unless told, and at most 100.</summary>
    public int PerPage => Math.Clamp(Whole("per_page") ?? 50, 1, 100);

    public int Page => Math.Max(0, Whole("page") ?? 0);

    public int Take => Math.Clamp(Whole("take") ?? 50, 1, 100);

    public string? From => Query["from"] is [{ Length: > 0 } from, ..] ? from : null;

    public string Text(string name) => Query[name].ToString();

    public IEnumerable<T> OnPage<T>(IEnumerable<T> all) => all.Skip(Page * PerPage).Take(PerPage);

    private int? Whole(string name) => int.TryParse(Query[name].ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}

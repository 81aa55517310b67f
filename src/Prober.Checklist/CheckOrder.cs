namespace Prober.Checklist;

/// <summary>The order in which checks are asked: each after those it depends on or reads, otherwise as listed.</summary>
internal static class CheckOrder
{
    /// <exception cref="InvalidOperationException">Two checks wait for each other; the message names the circle.</exception>
    public static IReadOnlyList<Check> Of(IReadOnlyList<Check> checks)
    {
        var byId = checks.ToDictionary(check => check.Info.Id, StringComparer.Ordinal);
        var ordered = new List<Check>(checks.Count);
        var done = new HashSet<string>(StringComparer.Ordinal);
        foreach (var check in checks)
            Visit(check, []);
        return ordered;

        void Visit(Check check, IReadOnlyList<string> path)
        {
            var id = check.Info.Id;
            if (path.Contains(id))
                throw new InvalidOperationException($"Checks wait for each other: {string.Join(" → ", path.SkipWhile(step => step != id))} → {id}.");
            if (done.Contains(id))
                return;
            foreach (var earlier in check.Info.DependsOn.Concat(check.Info.Reads))
            {
                if (byId.TryGetValue(earlier, out var found))
                    Visit(found, [.. path, id]);
            }

            done.Add(id);
            ordered.Add(check);
        }
    }
}

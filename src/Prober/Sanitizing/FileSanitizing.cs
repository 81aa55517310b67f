using Prober.Evidence.Har;
using Prober.Evidence.Har.Inputs;
using Prober.Evidence.Redaction;
using Prober.Evidence.Redaction.Sanitizing;

namespace Prober.Sanitizing;

/// <summary>Cleans one file after another. Equal values have equal fingerprints in all of them, so that a good and a bad recording can be compared.</summary>
internal sealed class FileSanitizing(SanitizeOptions options)
{
    private readonly Fingerprint _fingerprint = new();

    /// <summary>One result for each recording in the file. The copy comes to its place only after the audit found nothing in any of them.</summary>
    /// <exception cref="UsageException">The file cannot be read, or the copy not be written.</exception>
    /// <exception cref="HarFormatException">It is no recording, with the place.</exception>
    public async Task<IReadOnlyList<SanitizedCopy>> SanitizeAsync(SanitizeInput input, string to, CancellationToken cancellationToken)
    {
        var hars = input.Hars.All;
        if (hars.Count > 1 && !CopyFile.IsZip(to)) throw new UsageException($"{input.Name}: it holds {hars.Count} recordings; let the output's name end in .zip");
        using var drafts = new Drafts(to);
        var cleaned = new List<(string Path, SanitizeResult Result)>();
        foreach (var har in hars)
        {
            await using var draft = drafts.Create();
            cleaned.Add((draft.Name, await SanitizeAsync(har, NameOf(input, har), draft, cancellationToken)));
        }

        var isClean = cleaned.TrueForAll(one => one.Result.Leaks.Count == 0);
        if (isClean) await CopyFile.PublishAsync([.. cleaned.Select((one, index) => (NameIn(hars, index), one.Path))], to, drafts, cancellationToken);
        return [.. cleaned.Select((one, index) => new SanitizedCopy(NameOf(input, hars[index]), to, isClean, one.Result))];
    }

    private async Task<SanitizeResult> SanitizeAsync(StoredHar har, string name, Stream draft, CancellationToken cancellationToken)
    {
        try
        {
            var signatures = options.KeepSecrets ? [] : await SignatureObservations.OfAsync(har, cancellationToken);
            return new HarSanitizer(options, _fingerprint).Sanitize(har, draft, signatures, cancellationToken);
        }
        catch (HarFormatException refused)
        {
            throw refused.Of(name);
        }
        catch (InvalidDataException)
        {
            throw SanitizeInput.Damaged(name);
        }
    }

    private static string NameOf(SanitizeInput input, StoredHar har) => input.Hars.IsArchive ? $"{input.Name}/{har.Name}" : input.Name;

    // Of two that have one name in folders of their own, the second gets a number; what packed it is undone.
    private static string NameIn(IReadOnlyList<StoredHar> hars, int index)
    {
        var name = Plain(hars[index].Name);
        var before = hars.Take(index).Count(har => Plain(har.Name).Equals(name, StringComparison.OrdinalIgnoreCase));
        return before == 0 ? name : $"{before + 1}-{name}";
    }

    private static string Plain(string name)
    {
        var bare = name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? name[..^3] : name;
        return bare.EndsWith(".har", StringComparison.OrdinalIgnoreCase) || bare.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? bare : $"{bare}.har";
    }
}

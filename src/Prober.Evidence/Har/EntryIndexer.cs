using System.Runtime.CompilerServices;
using Prober.Evidence.Har.Streaming;

namespace Prober.Evidence.Har;

/// <summary>Passes over entries of <c>log.entries</c> and notes where each stands, so that it can be read when somebody asks for it.</summary>
/// <param name="previous">Time of the last entry before these.</param>
internal sealed class EntryIndexer(HarReadTally tally, DateTimeOffset previous)
{
    private DateTimeOffset _previous = previous;

    /// <summary>The place of the next entry; null for one that is left out, by the same rules as <see cref="HarEntryParser"/> goes by.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public EntryPlace? Read(JsonStreamReader json)
    {
        json.Peek();
        var start = json.Window.Position;
        if (!json.BeginObject())
        {
            json.SkipValue();
            tally.SkippedEntries++;
            return null;
        }

        var hasUrl = false;
        DateTimeOffset? started = null;
        while (json.NextMember())
        {
            if (json.Is("startedDateTime"u8)) started = RecordedTime.Instant(json);
            else if (json.Is("request"u8) && json.BeginObject())
            {
                hasUrl = HasUrl(json);
                // Most recorders write the time first: then nothing of the rest is wanted.
                if (hasUrl && started is not null)
                {
                    json.SkipRest(levels: 2);
                    break;
                }

                if (hasUrl) json.SkipRest();
            }
            else json.SkipValue();
        }

        if (!hasUrl)
        {
            tally.SkippedEntries++;
            return null;
        }

        // Whoever reads the entry counts the missing time.
        if (started is { } known && RecordedTime.IsPossible(known)) _previous = known.ToUniversalTime();
        return new EntryPlace(start, json.Window.Position - start, _previous);
    }

    // Of a request that is entered; behind a URL that is given it stops.
    private static bool HasUrl(JsonStreamReader json)
    {
        while (json.NextMember())
        {
            if (!json.Is("url"u8)) json.SkipValue();
            else if (json.TryString(out var raw, out _) ? raw.Length > 0 : json.Text() is { Length: > 0 }) return true;
        }

        return false;
    }
}

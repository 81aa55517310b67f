using Prober.Evidence;
using Prober.Evidence.Provider.Configuration;
using Prober.Evidence.Provider.Log;
using Prober.Evidence.Provider.Users;

namespace Prober.Providers;

/// <summary>The same witnesses out of files that a person exported, for any kind of provider that is known.</summary>
public static class ExportedWitnesses
{
    /// <summary>Reads a log; a window cuts it when given, else it is taken whole.</summary>
    /// <exception cref="ExportFormatException">The file, or a record in it, is not what this kind of provider writes.</exception>
    public static ProviderLog Log(string kind, string file, (DateTimeOffset From, DateTimeOffset To)? window)
    {
        var all = Records(kind, file, (vendor, item) => vendor.Event(item.Json)).OrderBy(entry => entry.At).ToList();
        var (from, to) = window ?? (all.Count > 0 ? (all[0].At, all[^1].At) : (DateTimeOffset.MinValue, DateTimeOffset.MinValue));
        return new()
        {
            Source = Path.GetFileName(file),
            From = from,
            To = to,
            // A person exports what there is then; whether later events were still on their way is not known, unless later ones are in it.
            IsComplete = all.Count > 0 && all[0].At <= from && all[^1].At >= to,
            Events = [.. all.Where(entry => entry.At >= from && entry.At <= to)],
        };
    }

    /// <summary>Reads user records.</summary>
    /// <exception cref="ExportFormatException">As for <see cref="Log"/>.</exception>
    public static UserRecords Users(string kind, string file, DateTimeOffset readAt) => new()
    {
        Source = Path.GetFileName(file),
        ReadAt = readAt,
        Records = Records(kind, file, (vendor, item) => vendor.User(item.Json)),
    };

    /// <summary>Reads settings.</summary>
    /// <exception cref="ExportFormatException">As for <see cref="Log"/>.</exception>
    public static ProviderConfiguration Configuration(string kind, string file)
    {
        var configuration = new ProviderConfiguration { Source = Path.GetFileName(file) };
        Records(kind, file, (vendor, item) => configuration = vendor.Add(item.Json, configuration));
        return configuration;
    }

    /// <summary>The same as a part of a live run: what is wrong with the file is the reason why there is nothing.</summary>
    public static Captured<T> AsPart<T>(Func<T> read)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(read);
        try
        {
            return Captured.Of(read());
        }
        catch (ExportFormatException wrong)
        {
            return Captured.Nothing<T>(wrong.Message);
        }
    }

    private static List<T> Records<T>(string kind, string file, Func<IVendor, ExportItem, T> map)
    {
        var vendor = Vendors.Find(kind) ?? throw new ExportFormatException(file, 0, $"exports of provider kind {kind} are not known; those of {string.Join(", ", ProviderWitnesses.Kinds)} are");
        return [.. ExportFile.Read(file).Select(item => Mapped(item))];

        T Mapped(ExportItem item)
        {
            try
            {
                return map(vendor, item);
            }
            catch (UnexpectedShapeException shape)
            {
                throw new ExportFormatException(file, item.Line, shape.Message, shape);
            }
        }
    }
}

using Prober.Evidence;
using Prober.Evidence.Expected;
using Prober.Evidence.Provider.Users;
using Prober.Evidence.Session;
using Prober.Evidence.Session.Logs;
using Prober.Providers;

namespace Prober.Analysis;

/// <summary>Files of other witnesses that a person sent beside the HAR.</summary>
/// <param name="ProviderKind">Whose exports they are; null to go by what the traffic shows.</param>
/// <param name="ProviderLog">Export of the identity provider's log.</param>
/// <param name="Users">Export of user records.</param>
/// <param name="Clients">Export of clients and connections.</param>
/// <param name="ApplicationLogs"><c>FILE</c> or <c>APPLICATION=FILE</c>.</param>
/// <param name="Console">Text of the browser's console.</param>
internal sealed record WitnessFiles(
    string? ProviderKind, string? ProviderLog, string? Users, string? Clients, IReadOnlyList<string> ApplicationLogs, string? Console)
{
    /// <summary>The recording alone.</summary>
    public static WitnessFiles None { get; } = new(null, null, null, null, [], null);

    /// <summary>Clocks differ, and a log's entries come late: checklist windows narrow what is given here.</summary>
    private static readonly TimeSpan Around = TimeSpan.FromMinutes(5);

    /// <summary>The evidence with every witness that has a file.</summary>
    /// <exception cref="ExportFormatException">A file is not what its provider writes.</exception>
    /// <exception cref="UsageException">A file is missing, or it is not clear whose it is.</exception>
    public EvidenceBundle Complete(EvidenceBundle raw)
    {
        var (from, to) = (raw.Run.StartedAt - Around, raw.Run.StartedAt + raw.Run.Duration + Around);
        var kind = ProviderKind ?? raw.Expectations.Provider.Kind;
        return raw with
        {
            ProviderLog = Read(ProviderLog, "--idp-log", file => ExportedWitnesses.Log(KindFor(kind), file, (from, to)), raw.ProviderLog),
            Users = Read(Users, "--users", file => AttributeObserver.Observe(ExportedWitnesses.Users(KindFor(kind), file, to), raw.Expectations), raw.Users),
            Configuration = Read(Clients, "--clients", file => ExportedWitnesses.Configuration(KindFor(kind), file), raw.Configuration),
            ApplicationLogs = ApplicationLogs.Count == 0 ? raw.ApplicationLogs : Captured.Of<IReadOnlyList<ApplicationLog>>([.. ApplicationLogs.Select(given => Log(given, raw.Expectations, from, to))]),
            Console = Read(Console, "--console", file => ConsoleText.Parse(Text(file), raw.Run.StartedAt), raw.Console),
        };
    }

    private static Captured<T> Read<T>(string? file, string option, Func<string, T> read, Captured<T> otherwise)
        where T : class
    {
        if (file is null) return otherwise;
        if (!File.Exists(file)) throw new UsageException($"{option} {file}: expected a file, but there is none");
        return Captured.Of(read(file));
    }

    private static string KindFor(string kind) => ProviderWitnesses.Kinds.Contains(kind) ? kind
        : throw new UsageException($"whose exports these are is not clear: expected --provider {string.Join(", --provider ", ProviderWitnesses.Kinds)}, but the traffic shows provider kind {kind}");

    private static ApplicationLog Log(string given, Expectations expectations, DateTimeOffset from, DateTimeOffset to)
    {
        var equals = given.IndexOf('=', StringComparison.Ordinal);
        var named = equals > 0 && !File.Exists(given) ? given[..equals] : null;
        var file = named is null ? given : given[(equals + 1)..];
        if (!File.Exists(file)) throw new UsageException($"--app-log {file}: expected a file, but there is none");
        string[] known = [.. expectations.Applications.Select(application => application.Name)];
        var application = named ?? (known is [var only] ? only
            : throw new UsageException($"--app-log {file}: expected APPLICATION=FILE with one of {(known.Length > 0 ? string.Join(", ", known) : "no applications at all, as none is seen in the traffic")}"));
        if (!known.Contains(application)) throw new UsageException($"--app-log {given}: expected one of the applications {string.Join(", ", known)}, found '{application}'");
        return new ApplicationLog { Application = application, Source = Path.GetFileName(file), From = from, To = to, Lines = LogLineParser.Parse(Text(file), from, to) };
    }

    private static string Text(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{file}: expected a file that can be read, but it cannot ({failure.GetType().Name})");
        }
    }
}

using Prober.Checklist;
using Prober.Checklist.Reports;
using Prober.Evidence.Session;

namespace Prober.Tests.Reporting.Samples;

/// <summary>Phases with their screenshots.</summary>
internal static class SamplePhases
{
    public static DateTimeOffset Start { get; } = new(2026, 3, 12, 10, 15, 2, TimeSpan.Zero);

    public static IReadOnlyList<PhaseResult> Healthy() =>
    [
        Phase(PhaseName.Login, "portal", 0, 2140, "portal.png") with { Steps = ["opened https://portal.example.com/", "filled the identifier", "filled the password", "clicked Continue", "saw Welcome"] },
        Phase(PhaseName.SecondTab, "portal", 2200, 640, "portal.png"),
        Phase(PhaseName.Sso, "billing", 2900, 910, "portal.png"),
        Phase(PhaseName.Logout, "portal", 3900, 480, "login.png") with { Steps = ["clicked Log out"] },
        Phase(PhaseName.SignedOut, "portal", 4400, 720, "login.png"),
        Phase(PhaseName.SignedOut, "billing", 5150, 690, "login.png"),
    ];

    public static PhaseResult Phase(PhaseName name, string application, double at, double took, string? picture, Verdict verdict = Verdict.Pass) => new()
    {
        Name = name,
        Application = application,
        Verdict = verdict,
        StartedAt = Start.AddMilliseconds(at),
        DurationMs = took,
        Screenshot = picture is null ? null : $"screens/{picture}",
        ScreenshotImage = picture is null ? default : ReadPicture(picture),
    };

    private static byte[] ReadPicture(string name)
    {
        using var stream = typeof(SamplePhases).Assembly.GetManifestResourceStream(name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}

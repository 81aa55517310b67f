using NUnit.Framework;
using Prober.Lab;

namespace Prober.EndToEnd.Files;

/// <summary>Hundreds of analyses of what a browser recorded in a lab in good order; the software of others has its own (<see cref="ThirdParty"/>).</summary>
[Parallelizable(ParallelScope.Self)]
public sealed class PermutedRecordingTests
{
    private static readonly (string Name, LabScenario Scenario, LabOptions Options)[] All =
    [
        ("server-side", LabScenario.ServerSide, new()),
        ("browser application", LabScenario.BrowserApplication, new()),
        ("federated", LabScenario.Federated, new()),
        ("SAML", LabScenario.Saml, new()),
        ("WS-Federation", LabScenario.WsFederation, new()),
        ("https", LabScenario.ServerSide, new() { Https = true }),
        ("silent sign-in first", LabScenario.BrowserApplication, new() { SilentSignInFirst = true }),
    ];

    public static IEnumerable<TestCaseData> Recordings => All.Select((each, number) => new TestCaseData(each.Scenario, each.Options, number).SetArgDisplayNames(each.Name));

    [TestCaseSource(nameof(Recordings))]
    public async Task Healthy_recordings_never_fail(LabScenario scenario, LabOptions options, int number) =>
        PermutedRecording.FailsNowhere((await LabRecording.OfAsync(scenario, options)).Live, number);
}

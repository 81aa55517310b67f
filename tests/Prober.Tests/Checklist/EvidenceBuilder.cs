using Prober.Checklist;
using Prober.Checklist.Reports;
using Prober.Evidence;
using Prober.Evidence.Expected;
using Prober.Evidence.Har;
using Prober.Evidence.Provider;
using Prober.Evidence.Session;
using Prober.Evidence.Tokens;

namespace Prober.Tests.Checklist;

/// <summary>
/// Builds evidence for a check's test: a healthy journey, from which a test takes away or changes what it is about. A live run
/// (<see cref="Live"/>) has phases, tabs and console; a person's HAR (<see cref="Har"/>) has traffic alone.
/// </summary>
public sealed class EvidenceBuilder
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 10, 0, 0, TimeSpan.Zero);

    private readonly bool _live;
    private readonly List<EvidenceStep> _steps = [.. HealthyFlow.Steps];
    private readonly List<CapturedToken> _tokens = [];
    private readonly List<(string? After, ConsoleEntry Entry)> _console = [];
    private readonly Dictionary<PhaseName, (PhaseOutcome Outcome, string? Detail)> _outcomes = [];
    private List<TabObservation> _tabs = [.. HealthyTabs.All];
    private Expectations _expectations = HealthyTabs.Expectations;
    private string _creator = "Playwright";
    private Func<EvidenceBundle, EvidenceBundle> _finish = bundle => bundle;

    private EvidenceBuilder(bool live) => _live = live;

    public static EvidenceBuilder Live() => new(live: true);

    /// <summary>Traffic alone, of the login only: what a customer sends.</summary>
    public static EvidenceBuilder Har() =>
        new EvidenceBuilder(live: false).Keep(PhaseName.Login).Creator("WebInspector").Expect(_ => new Expectations());

    public EvidenceBuilder Creator(string name)
    {
        _creator = name;
        return this;
    }

    public EvidenceBuilder Change(string step, Func<EvidenceStep, EvidenceStep> change)
    {
        var index = IndexOf(step);
        _steps[index] = change(_steps[index]);
        return this;
    }

    public EvidenceBuilder ChangeAll(Func<EvidenceStep, EvidenceStep> change)
    {
        for (var index = 0; index < _steps.Count; index++) _steps[index] = change(_steps[index]);
        return this;
    }

    public EvidenceBuilder Remove(params IReadOnlyList<string> steps)
    {
        foreach (var step in steps) _steps.RemoveAt(IndexOf(step));
        return this;
    }

    public EvidenceBuilder InsertAfter(string step, params IReadOnlyList<EvidenceStep> steps)
    {
        var index = IndexOf(step);
        _steps.InsertRange(index + 1, steps.Select(inserted => inserted with { Phase = _steps[index].Phase }));
        return this;
    }

    /// <summary>Replaces everything after a step of the login, as when a login stops there; later phases are skipped.</summary>
    public EvidenceBuilder EndLoginAt(string step, params IReadOnlyList<EvidenceStep> steps)
    {
        _steps.RemoveRange(IndexOf(step) + 1, _steps.Count - IndexOf(step) - 1);
        _steps.AddRange(steps);
        _tabs.RemoveAll(tab => tab.Phase != PhaseName.Login || tab.Look is TabLook.AfterCredentials or TabLook.Result);
        foreach (var phase in Enum.GetValues<PhaseName>()) _outcomes[phase] =
            (phase == PhaseName.Login ? PhaseOutcome.NotReached : PhaseOutcome.Skipped, null);
        return this;
    }

    public EvidenceBuilder Keep(params IReadOnlyList<PhaseName> phases)
    {
        _steps.RemoveAll(step => !phases.Contains(step.Phase));
        _tabs.RemoveAll(tab => !phases.Contains(tab.Phase));
        return this;
    }

    public EvidenceBuilder Expect(Func<Expectations, Expectations> change)
    {
        _expectations = change(_expectations);
        return this;
    }

    public EvidenceBuilder Phase(PhaseName phase, PhaseOutcome outcome, string? detail = null)
    {
        _outcomes[phase] = (outcome, detail);
        return this;
    }

    public EvidenceBuilder ChangeTab(TabLook look, Func<TabObservation, TabObservation> change, PhaseName? phase = null)
    {
        _tabs = [.. _tabs.Select(tab => tab.Look == look && (phase is null || tab.Phase == phase) ? change(tab) : tab)];
        return this;
    }

    public EvidenceBuilder AddTab(PhaseName phase, TabLook look, TabState state, Func<TabObservation, TabObservation>? change = null)
    {
        var tab = HealthyTabs.Tab(phase, look, state, "portal", HealthyFlow.Provider + "/");
        _tabs.Add(change is null ? tab : change(tab));
        return this;
    }

    public EvidenceBuilder RemoveTab(TabLook look)
    {
        _tabs.RemoveAll(tab => tab.Look == look);
        return this;
    }

    public EvidenceBuilder Token(CapturedToken token)
    {
        _tokens.Add(token);
        return this;
    }

    /// <summary>Something the browser said 10 ms after a step began.</summary>
    public EvidenceBuilder Console(string afterStep, ConsoleKind kind, string text, string? pageUrl = null)
    {
        _console.Add((afterStep, new() { Kind = kind, At = Start, Text = text, PageUrl = pageUrl }));
        return this;
    }

    public EvidenceBuilder With(Func<EvidenceBundle, EvidenceBundle> change)
    {
        var before = _finish;
        _finish = bundle => change(before(bundle));
        return this;
    }

    public EvidenceBuilder Provider(ProviderMetadata metadata) => With(bundle => bundle with { Provider = Captured.Of(metadata) });

    public EvidenceBundle Build()
    {
        var times = Times();
        var bundle = new EvidenceBundle
        {
            Run = new()
            {
                Id = "run-1",
                Scenario = "portal",
                StartedAt = Start,
                Duration = TimeSpan.FromSeconds(20),
                Version = "0.1.0",
                Source = _live ? EvidenceSource.Live : EvidenceSource.Har,
                Outcome = RunOutcome.Completed,
            },
            Expectations = _expectations,
            Traffic = Captured.Of(new HarLog
            {
                Creator = _creator,
                Entries = [.. _steps.Select((step, index) => step.ToEntry(index, times[index]))]
            }),
            Tokens = Captured.Of<IReadOnlyList<CapturedToken>>(_tokens),
        };
        return _finish(_live ? WithBrowser(bundle, times) : bundle);
    }

    public EvidenceReader Read() => new(Build());

    public Report Judge() => ChecklistRunner.Run(Build());

    /// <summary>What one check answers, with all it depends on asked first.</summary>
    public CheckResult Ask(string check) => Judge().Checks.Single(result => result.Id == check);

    /// <summary>Index of a step's entry, for comparing evidence pointers.</summary>
    public int IndexOf(string step) => _steps.FindIndex(candidate => candidate.Name == step) is >= 0 and var index
        ? index : throw new ArgumentException($"The flow has no step '{step}'.");

    private EvidenceBundle WithBrowser(EvidenceBundle bundle, List<DateTimeOffset> times) => bundle with
    {
        Phases = Captured.Of<IReadOnlyList<PhaseRecord>>([.. _expectations.Journey.Select(phase => Record(phase, times))]),
        Tabs = Captured.Of<IReadOnlyList<TabObservation>>(_tabs),
        Console = Captured.Of<IReadOnlyList<ConsoleEntry>>(
            [.. _console.Select(item => item.Entry with { At = times[IndexOf(item.After!)].AddMilliseconds(10) })]),
    };

    private PhaseRecord Record(PhaseName phase, List<DateTimeOffset> times)
    {
        var own = times.Where((_, index) => _steps[index].Phase == phase).ToList();
        var (outcome, detail) = _outcomes.GetValueOrDefault(phase, (PhaseOutcome.Reached, null));
        var from = own.Count > 0 ? own[0].AddMilliseconds(-5) : times[^1].AddSeconds(1);
        return new()
        {
            Name = phase,
            Application = phase == PhaseName.Sso ? "billing" : "portal",
            StartedAt = from,
            Duration = own.Count > 0 ? own[^1].AddMilliseconds(50) - from : TimeSpan.Zero,
            Outcome = outcome,
            Detail = detail,
            Steps = phase == PhaseName.Login ? [$"opened {HealthyFlow.Portal}/", "clicked \"Log in\""] : [],
        };
    }

    private List<DateTimeOffset> Times()
    {
        var times = new List<DateTimeOffset>();
        var now = Start;
        foreach (var step in _steps) times.Add(now = now.AddMilliseconds(step.AfterMs));
        return times;
    }
}

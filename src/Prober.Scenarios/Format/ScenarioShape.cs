using Prober.Scenarios.Reading;
using Prober.Scenarios.Reading.Shapes;

namespace Prober.Scenarios.Format;

/// <summary>The scenario file, from the top.</summary>
internal sealed class ScenarioShape : ObjectShape<Scenario>
{
    private readonly Key<string> _schema, _name, _description;
    private readonly Key<IReadOnlyList<string>> _tags;
    private readonly Key<ProviderSettings> _provider;
    private readonly Key<Account> _account;
    private readonly Key<IReadOnlyDictionary<string, ApplicationSettings>> _applications;
    private readonly Key<IReadOnlyList<JourneyStep>> _journey;
    private readonly Key<ExpectSettings> _expect;
    private readonly Key<IReadOnlyList<LoginStep>> _steps;
    private readonly Key<AlternateShape.Draft> _alternate;
    private readonly Key<Budgets> _budgets;
    private readonly Key<ScheduleSettings> _schedule;
    private readonly Key<double> _objective;

    public ScenarioShape() : base("the keys of a scenario: name, provider, account, applications and journey")
    {
        _schema = Optional("$schema", Common.Text, "The schema, for editors of JSON files.");
        _name = Required(
            "name",
            new PatternedTextShape("a name of lower-case letters, digits and single hyphens", "^[a-z0-9]+(-[a-z0-9]+)*$"),
            "A short name in kebab-case; it labels reports and metrics.");
        _description = Optional("description", Common.Text, "What this scenario watches over, for the person who is woken by it.");
        _tags = Optional("tags", Common.Texts, "Words by which runs are chosen.");
        _provider = Required("provider", new ProviderShape(), "The identity provider, at least its issuer.");
        _account = Required("account", new AccountShape(), "The probe account, username and password.");
        _applications = Required(
            "applications",
            new MapShape<ApplicationSettings>(
                new ApplicationShape(),
                "one application or more, by name",
                ApplicationNameShape.NamePattern, ApplicationNameShape.NameExpected, 1),
            "The applications of the journey, by name.");
        _journey = Required(
            "journey", new ListShape<JourneyStep>(new JourneyStepShape(), "phases", least: 1), "The phases in order, such as - login: portal.");
        _expect = Optional("expect", new ExpectShape(), "What a healthy run shows.");
        _steps = Optional("steps", new ListShape<LoginStep>(new LoginStepShape(), "steps"), "Explicit login steps for a page that is out of the ordinary.");
        _alternate = Optional("alternate", new AlternateShape(), "Another door for the same account, tried once when the first one refuses the credentials.");
        _budgets = Optional("budgets", new BudgetsShape(), "How long things may take: action under phase under run.");
        _schedule = Optional("schedule", new ScheduleShape(), "How often a monitor walks the journey.");
        _objective = Optional("objective", new ShareShape(), "Share of the runs of 30 days that is to pass.");
    }

    protected override Scenario Build(ObjectValues values, ReadContext context)
    {
        var scenario = new Scenario
        {
            Name = values.Get(_name),
            Description = values.Get(_description),
            Tags = values.Get(_tags) ?? [],
            Provider = values.Get(_provider),
            Account = values.Get(_account),
            Applications = values.Get(_applications),
            Journey = values.Get(_journey),
            Expect = values.Get(_expect) ?? new(),
            Steps = values.Get(_steps) ?? [],
            Alternate = values.Get(_alternate)?.Of(values.Get(_applications)),
            Budgets = values.Get(_budgets) ?? new(),
            Schedule = values.Get(_schedule),
            Objective = values.Maybe(_objective),
            File = values.Node.Position.File,
            Files = context.Files,
        };
        ReferenceRules.Check(context.References, scenario.Applications.Keys.ToList());
        JourneyRules.Check(scenario, (StrictList)values.NodeOf(_journey));
        if (scenario.Schedule?.Every is { } every && scenario.Budgets.Run >= every)
        {
            var run = DurationShape.Format(scenario.Budgets.Run) + (values.Has(_budgets) ? "" : " by default");
            throw values.NodeOf(_schedule).Error($"expected every ({DurationShape.Format(every)}) to be longer than budgets.run ({run}).");
        }
        return scenario;
    }
}

using Prober.Scenarios.Reading;
using Prober.Scenarios.Reading.Shapes;

namespace Prober.Scenarios.Format;

/// <summary><c>secondTab: { app: portal, providerSession: false }</c>.</summary>
internal sealed class SecondTabShape : ObjectShape<JourneyStep>
{
    private readonly Key<string> _app;
    private readonly Key<bool> _providerSession;

    public SecondTabShape() : base("the key app")
    {
        _app = Required("app", ApplicationNameShape.Instance, "The application to open.");
        _providerSession = Optional(
            "providerSession",
            Common.Flag,
            "Also look with only the provider's cookies, which tells its session from the application's own.",
            true);
    }

    protected override JourneyStep Build(ObjectValues values, ReadContext context) =>
        new SecondTabPhase(values.Get(_app)) { ProviderSession = values.Get(_providerSession) };
}

/// <summary><c>sso: { to: billing, after: 3s, by: { link: Invoices } }</c>.</summary>
internal sealed class SsoShape : ObjectShape<JourneyStep>
{
    private readonly Key<string> _to;
    private readonly Key<TimeSpan> _after;
    private readonly Key<Marker> _by;
    private readonly Key<bool> _privateWindow;

    public SsoShape() : base("the key to")
    {
        _to = Required("to", ApplicationNameShape.Instance, "The application to walk over to.");
        _after = Optional("after", Common.Duration, "Idle time before the hop, for tests of session lifetimes.");
        _by = Optional("by", MarkerShape.Instance, "The link to click; when absent one is found on the page, or placed on a neutral one.");
        _privateWindow = Optional(
            "privateWindow", Common.Flag, "Walk over in a private window, which has none of the first login's cookies.", false);
    }

    protected override JourneyStep Build(ObjectValues values, ReadContext context) => new SsoPhase(values.Get(_to))
    {
        After = values.Get(_after),
        By = values.Get(_by),
        PrivateWindow = values.Get(_privateWindow),
    };
}

/// <summary><c>logout: { from: portal, federated: true }</c>.</summary>
internal sealed class LogoutShape : ObjectShape<JourneyStep>
{
    private readonly Key<string> _from;
    private readonly Key<bool> _federated;

    public LogoutShape() : base("the key from")
    {
        _from = Required("from", ApplicationNameShape.Instance, "The application whose logout is clicked.");
        _federated = Optional("federated", Common.Flag, "Whether the session of a provider behind the provider should end too.");
    }

    protected override JourneyStep Build(ObjectValues values, ReadContext context) =>
        new LogoutPhase(values.Get(_from)) { Federated = values.Maybe(_federated) };
}

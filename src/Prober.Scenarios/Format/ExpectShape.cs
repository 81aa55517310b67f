using Prober.Scenarios.Reading;
using Prober.Scenarios.Reading.Shapes;

namespace Prober.Scenarios.Format;

/// <summary>What a healthy run shows.</summary>
internal sealed class ExpectShape : ObjectShape<ExpectSettings>
{
    private static readonly ExpectSettings Defaults = new();

    private readonly Key<IReadOnlyDictionary<string, string?>> _claims, _attributes;
    private readonly Key<IReadOnlyList<string>> _groups, _amr;
    private readonly Key<string> _prompt, _error, _check, _acr;
    private readonly Key<bool> _mfa, _consent, _federatedLogout, _providerLogout, _sso, _secondTabPrompt;
    private readonly Key<TimeSpan> _maxAge, _maxStep, _skew;
    private readonly Key<SessionLimits> _session;

    public ExpectShape() : base("keys such as claims, prompt or session")
    {
        _claims = Optional("claims", ClaimsShape.Instance, "Claims that every application needs, by name or with a pattern each.");
        _attributes = Optional(
            "attributes", ClaimsShape.Instance, "Attributes that the user's record and every assertion must hold, by name or with a pattern each.");
        _groups = Optional("groups", Common.Texts, "Groups or roles that the tokens must carry.");
        _prompt = Optional(
            "prompt", Common.OneOf("required", "none", "any"), "Whether a fresh browser is asked for credentials.", Defaults.Prompt);
        _error = Optional("error", Common.Text, "An OAuth error that is the right answer here (negative test).");
        _check = Optional("check", Common.Text, "The check that passes when that error is seen.");
        _mfa = Optional("mfa", Common.Flag, "Whether a second factor is asked for.");
        _consent = Optional("consent", Common.Flag, "Whether a consent page is shown.");
        _amr = Optional("amr", Common.Texts, "Authentication methods that the ID token must name (RFC 8176).");
        _acr = Optional("acr", Common.Text, "Authentication context class that the ID token must name.");
        _maxAge = Optional("maxAge", Common.Duration, "Oldest authentication that is accepted.");
        _federatedLogout = Optional("federatedLogout", Common.Flag, "Whether logout must end the session of the provider behind the provider.");
        _providerLogout = Optional("providerLogout", Common.Flag, "Whether logout must end the provider's session.");
        _sso = Optional("sso", Common.Flag, "Whether a second application signs in without a prompt.", Defaults.Sso);
        _secondTabPrompt = Optional(
            "secondTabPrompt", Common.Flag, "True where a second tab is meant to prompt again.", Defaults.SecondTabPrompt);
        _maxStep = Optional("maxStep", Common.Duration, "Longest a step may take before it is a warning.", Defaults.MaxStep);
        _session = Optional("session", new SessionLimitsShape(), "Limits of the provider's session.");
        _skew = Optional("skew", Common.Duration, "Allowance when clocks are compared.", Defaults.Skew);
    }

    protected override ExpectSettings Build(ObjectValues values, ReadContext context)
    {
        if (values.Has(_check) && !values.Has(_error))
            throw values.NodeOf(_check).Error("check goes with error: it names the check that the error makes pass.");
        return new()
        {
            Claims = values.Get(_claims) ?? new Dictionary<string, string?>(),
            Attributes = values.Get(_attributes) ?? new Dictionary<string, string?>(),
            Groups = values.Get(_groups) ?? [],
            Prompt = values.Get(_prompt),
            Error = values.Get(_error),
            Check = values.Get(_check),
            Mfa = values.Maybe(_mfa),
            Consent = values.Maybe(_consent),
            Amr = values.Get(_amr) ?? [],
            Acr = values.Get(_acr),
            MaxAge = values.Maybe(_maxAge),
            FederatedLogout = values.Maybe(_federatedLogout),
            ProviderLogout = values.Maybe(_providerLogout),
            Sso = values.Get(_sso),
            SecondTabPrompt = values.Get(_secondTabPrompt),
            MaxStep = values.Get(_maxStep),
            SessionIdle = values.Get(_session)?.Idle,
            SessionAbsolute = values.Get(_session)?.Absolute,
            Skew = values.Get(_skew),
        };
    }
}

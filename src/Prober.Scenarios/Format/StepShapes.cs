using Prober.Scenarios.Reading;
using Prober.Scenarios.Reading.Shapes;

namespace Prober.Scenarios.Format;

/// <summary>A step that acts on one thing: <c>click: { button: Continue, optional: true }</c>.</summary>
internal sealed class TargetStepShape : MarkedShape<LoginStep>
{
    private readonly LoginAction _action;
    private readonly Key<bool> _optional;

    public TargetStepShape(LoginAction action) : base("a locator such as { button: Continue }")
    {
        _action = action;
        _optional = Optional("optional", Common.Flag, "True when the run goes on if the target does not appear.", false);
    }

    protected override string DefinitionName => "targetStep";

    protected override LoginStep Build(ObjectValues values, ReadContext context) =>
        new() { Action = _action, Target = MarkerOf(values), Optional = values.Get(_optional) };
}

/// <summary>A step that puts something into one thing: <c>fill: { label: Tenant, value: ${TENANT} }</c>.</summary>
internal sealed class ValueStepShape : MarkedShape<LoginStep>
{
    private readonly LoginAction _action;
    private readonly Key<Secret> _value;
    private readonly Key<bool> _optional;

    public ValueStepShape(LoginAction action, string valueKey, string summary) : base($"a locator and the key {valueKey}")
    {
        _action = action;
        _value = Required(valueKey, new SecretShape("a text", 1), summary);
        _optional = Optional("optional", Common.Flag, "True when the run goes on if the target does not appear.", false);
    }

    protected override bool IsSecret => true;

    protected override LoginStep Build(ObjectValues values, ReadContext context)
    {
        var value = values.Get(_value);
        // Only a variable makes it a secret: what stands in the file itself, "eu" for a region, may be short and be seen.
        var plain = values.NodeOf(_value) is StrictScalar scalar && !scalar.Text.Contains("${", StringComparison.Ordinal);
        if (!plain && value.Reveal().Length < SecretShape.ShortestSearchable)
            throw values.NodeOf(_value).Error($"expected a secret of at least {SecretShape.ShortestSearchable} characters, found a shorter one.");
        return new() { Action = _action, Target = MarkerOf(values), Value = value, Plain = plain, Optional = values.Get(_optional) };
    }
}

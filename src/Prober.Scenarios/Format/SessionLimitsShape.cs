using Prober.Scenarios.Reading;
using Prober.Scenarios.Reading.Shapes;

namespace Prober.Scenarios.Format;

/// <summary>Limits of the provider's session.</summary>
internal sealed record SessionLimits(TimeSpan? Idle, TimeSpan? Absolute);

/// <summary><c>session: { idle: 3d, absolute: 7d }</c>.</summary>
internal sealed class SessionLimitsShape : ObjectShape<SessionLimits>
{
    private readonly Key<TimeSpan> _idle, _absolute;

    public SessionLimitsShape() : base("the keys idle and absolute")
    {
        _idle = Optional("idle", Common.Duration, "The session ends after so long without use.");
        _absolute = Optional("absolute", Common.Duration, "The session ends after so long in any case.");
    }

    protected override SessionLimits Build(ObjectValues values, ReadContext context)
    {
        var limits = new SessionLimits(values.Maybe(_idle), values.Maybe(_absolute));
        return limits.Idle > limits.Absolute
            ? throw values.NodeOf(_idle).Unexpected(
                $"an idle limit no longer than the absolute one, {DurationShape.Format(limits.Absolute.Value)}")
            : limits;
    }
}

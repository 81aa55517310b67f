using Prober.Scenarios.Reading;
using Prober.Scenarios.Reading.Shapes;

namespace Prober.Scenarios.Format;

/// <summary><c>{ days: [sunday], from: "02:00", for: 3h }</c>, without <c>days</c> every day, or <c>{ date: 2026-12-24, from: "22:00", for: 2d }</c> once.</summary>
internal sealed class MaintenanceShape : ObjectShape<MaintenanceWindow>
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMinutes(1), LongestThatComesAgain = TimeSpan.FromDays(1), Longest = TimeSpan.FromDays(31);

    private readonly Key<DateOnly> _date;
    private readonly Key<IReadOnlyList<DayOfWeek>> _days;
    private readonly Key<TimeOnly> _from;
    private readonly Key<TimeSpan> _for;

    public MaintenanceShape() : base("the keys from and for")
    {
        _date = Optional("date", new DateShape(), "The day on which a window begins that comes once.");
        _days = Optional(
            "days",
            new ListShape<DayOfWeek>(
                new ChoiceShape<DayOfWeek>(new OrderedDictionary<string, DayOfWeek>(
                    Enum.GetValues<DayOfWeek>().OrderBy(day => ((int)day + 6) % 7).Select(day => KeyValuePair.Create($"{day}".ToLowerInvariant(), day)))),
                "days of the week",
                least: 1),
            "Days of the week on which it begins; every day when absent.");
        _from = Required("from", new TimeOfDayShape(), "When it begins, by the wall clock of the schedule's time zone.");
        _for = Required("for", new DurationShape(Shortest, Longest), "How long it lasts, whatever the clocks do meanwhile.");
    }

    protected override MaintenanceWindow Build(ObjectValues values, ReadContext context)
    {
        if (values.Has(_date) && values.Has(_days)) throw values.NodeOf(_days).Error("days goes with a window that comes again; date says that this one comes once.");
        if (!values.Has(_date) && values.Get(_for) > LongestThatComesAgain)
            throw values.NodeOf(_for).Error($"expected {DurationShape.Format(LongestThatComesAgain)} or less for a window that comes again; one with a date may be longer.");
        return new()
        {
            Date = values.Maybe(_date),
            Days = values.Get(_days) ?? Enum.GetValues<DayOfWeek>(),
            From = values.Get(_from),
            Length = values.Get(_for),
        };
    }
}

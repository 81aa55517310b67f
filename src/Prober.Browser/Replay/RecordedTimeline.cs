namespace Prober.Browser.Replay;

/// <summary>
/// Tells for an instant of the replay which instant of the recording it stands for. Known are the pairs at which exchanges began and ended; between
/// two of them time is stretched evenly, before the first and behind the last it runs as it does.
/// </summary>
internal sealed class RecordedTimeline
{
    private readonly (DateTimeOffset Live, DateTimeOffset Recorded)[] _marks;

    /// <param name="marks">In any order. A mark behind whose recorded time a mark before it already is, is drawn up to that: time does not run back.</param>
    public RecordedTimeline(IEnumerable<(DateTimeOffset Live, DateTimeOffset Recorded)> marks)
    {
        _marks = [.. marks.OrderBy(mark => mark.Live)];
        for (var at = 1; at < _marks.Length; at++)
        {
            if (_marks[at].Recorded < _marks[at - 1].Recorded) _marks[at].Recorded = _marks[at - 1].Recorded;
        }
    }

    public DateTimeOffset At(DateTimeOffset live)
    {
        if (_marks.Length == 0) return live;
        var next = Array.FindIndex(_marks, mark => mark.Live >= live);
        if (next == 0) return _marks[0].Recorded - (_marks[0].Live - live);
        if (next < 0) return _marks[^1].Recorded + (live - _marks[^1].Live);
        var (from, to) = (_marks[next - 1], _marks[next]);
        return from.Recorded + ((to.Recorded - from.Recorded) * ((live - from.Live) / (to.Live - from.Live)));
    }
}

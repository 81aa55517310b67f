namespace Prober.Tests.Checklist.Permutations;

/// <summary>A repeatable row of numbers: the same seed gives the same evidence today and in ten years (xorshift32).</summary>
internal sealed class Dice(uint seed)
{
    private uint _state = seed == 0 ? 1 : seed;

    /// <summary>From 0 to one less than the limit.</summary>
    public int Below(int limit)
    {
        _state ^= _state << 13;
        _state ^= _state >> 17;
        _state ^= _state << 5;
        return (int)(_state % (uint)Math.Max(1, limit));
    }

    public bool Flip() => Below(2) == 1;

    public List<T> Shuffled<T>(IEnumerable<T> items)
    {
        List<T> shuffled = [.. items];
        for (var index = shuffled.Count - 1; index > 0; index--)
        {
            var other = Below(index + 1);
            (shuffled[index], shuffled[other]) = (shuffled[other], shuffled[index]);
        }

        return shuffled;
    }
}

using Prober.Evidence.Har;

namespace Prober.Checklist.Inference;

/// <summary>One of several logins in a file. Its traffic is taken from the file when it is asked for, so that a large file is not held twice.</summary>
public sealed class LoginAttempt
{
    private readonly HarLog _file;
    private readonly ArraySegment<int> _positions;

    internal LoginAttempt(HarLog file, ArraySegment<int> positions, string because) => (_file, _positions, Because) = (file, positions, because);

    /// <summary>Position of its first entry in the whole file.</summary>
    public int FirstEntry => _positions.Count > 0 ? _positions[0] : 0;

    /// <summary>Why it is a login of its own; empty where there is no other before it.</summary>
    public string Because { get; }

    /// <summary>Position in the whole file of its entry of that number.</summary>
    public int PositionOf(int index) => _positions[index];

    /// <summary>The entries that belong to it, numbered anew from 0.</summary>
    public HarLog ReadTraffic() => _file.Part(_positions);


}

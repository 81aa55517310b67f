namespace Prober.Browser.Recording;

/// <summary>What stands on a page that is to be drawn.</summary>
internal enum PictureKind
{
    /// <summary>A field may hold a password, which must not be drawn.</summary>
    MayShowPassword,

    /// <summary>No password, but frames or fonts that are not there yet.</summary>
    NoPassword,

    /// <summary>Nothing to hide or to wait for.</summary>
    Plain,

    /// <summary>Plain, and nothing on it to be read closely: half the width and height, at less than half the cost.</summary>
    PlainHalf,
}

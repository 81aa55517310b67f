namespace Prober.Lab;

/// <summary>Pages between password and application. They come in the order given here.</summary>
[Flags]
public enum Interludes
{
    None = 0,

    /// <summary>"Notes wants to see your profile": Accept or Decline.</summary>
    Consent = 1,

    /// <summary>New terms that must be accepted.</summary>
    Terms = 2,

    /// <summary>"Your password expires in 5 days": change now or later.</summary>
    ExpiryNotice = 4,

    /// <summary>"Stay signed in?": Yes or No.</summary>
    StaySignedIn = 8,

    /// <summary>An existing session is not used until "Continue as …" is pressed.</summary>
    AccountPicker = 16,
}

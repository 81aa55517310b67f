using NUnit.Framework;
using Prober.Browser.Journey;
using Prober.Browser.LoginPages;
using Prober.Browser.Pages;
using Prober.Browser.Recording;
using Prober.Evidence.Session;

namespace Prober.Tests.Browser.Journey;

public sealed class JourneyPhaseTests
{
    // While somebody logs in, a password may have been typed since the last look, however plain that was.
    [TestCase(PhaseName.Login, TabState.Prompted, true, true, nameof(PictureKind.MayShowPassword))]
    [TestCase(PhaseName.Login, TabState.Error, true, false, nameof(PictureKind.MayShowPassword))]
    [TestCase(PhaseName.Login, TabState.SignedIn, true, true, nameof(PictureKind.PlainHalf))]
    [TestCase(PhaseName.Login, TabState.SignedIn, false, true, nameof(PictureKind.NoPassword))]
    [TestCase(PhaseName.Sso, TabState.SignedIn, true, true, nameof(PictureKind.PlainHalf))]
    [TestCase(PhaseName.Sso, TabState.Error, true, false, nameof(PictureKind.Plain))]
    [TestCase(PhaseName.Sso, TabState.Prompted, false, false, nameof(PictureKind.MayShowPassword))]
    [TestCase(PhaseName.SignedOut, TabState.Prompted, true, true, nameof(PictureKind.PlainHalf))]
    public void A_picture_hides_what_may_be_a_password(PhaseName phase, TabState state, bool plain, bool asIntended, string expected)
    {
        var reading = new PageReading(Looks.Page(Looks.Provider, "A page") with { Plain = plain }, state) { Form = new LoginForm(null, null, null, null, []) };

        Assert.That(JourneyPhase.KindOf(phase, reading, asIntended).ToString(), Is.EqualTo(expected));
    }
}

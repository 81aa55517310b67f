using Prober.Browser.LoginPages;
using Prober.Browser.Pages;
using Prober.Evidence.Session;

namespace Prober.Browser.Journey;

/// <summary>
/// What was sent last, to tell the answer to it from the page that still stands there: a new document, or on the same one other
/// fields, or an error that was not there before.
/// </summary>
internal sealed class Submission
{
    private PageReading? _sent;
    private bool _password;
    private bool _code;

    public bool IdentifierSent { get; private set; }

    public bool PasswordSent => _password;

    /// <summary>When; the beginning of time while nothing was sent.</summary>
    public DateTimeOffset At { get; private set; }

    public void Sent(PageReading reading, DateTimeOffset at)
    {
        (_sent, At, Deed) = (reading, at, "the form was sent");
        IdentifierSent |= reading.Form.Identifier is not null;
        _password |= reading.Form.Password is not null;
        _code |= reading.Form.OneTimeCode is not null && reading.Form.Password is null;
    }

    /// <summary>What was done last, for the sentence that nothing came of it.</summary>
    public string Deed { get; private set; } = "";

    public void Clicked(PageReading reading, string what) => (_sent, Deed) = (reading, $"the click on {what}");

    /// <summary>True when this reading is not just what stood there when the form was sent.</summary>
    public bool IsAnsweredBy(PageReading reading)
    {
        if (_sent is null || reading.Look.Document != _sent.Look.Document || reading.State != _sent.State) return true;
        if (reading.State == TabState.Interstitial) return reading.Interstitial?.Id != _sent.Interstitial?.Id;
        return Asks(reading.Form) != Asks(_sent.Form) || reading.Errors.Except(_sent.Errors).Any() || Complains(reading);
    }

    /// <summary>True when the page asks again for what was sent already.</summary>
    public bool WasRefused(PageReading reading)
    {
        var form = reading.Form;
        if (form.Password is not null) return _password;
        return form.OneTimeCode is not null ? _code : form.Identifier is not null && IdentifierSent;
    }

    private static (bool Identifier, bool Password, bool Code) Asks(LoginForm form) =>
        (form.Identifier is not null, form.Password is not null, form.OneTimeCode is not null);

    /// <summary>Text that came after the form was sent and reads like a refusal, in an element that no list of error elements knows.</summary>
    private bool Complains(PageReading reading) =>
        reading.Look.TextLength != _sent!.Look.TextLength
        && PageSignals.Complaint.Count(reading.Look.Text) > PageSignals.Complaint.Count(_sent.Look.Text);
}

using NUnit.Framework;
using Prober.Browser.Journey;
using Prober.Browser.Pages;

namespace Prober.Tests.Browser.Journey;

public sealed class SubmissionTests
{
    private static readonly PageLook Form = Looks.Page(Looks.Provider, "Log in", Looks.Text("username"), Looks.Password(), Looks.Button("Log in"));

    [Test]
    public void The_page_that_still_stands_there_is_no_answer()
    {
        var submission = Sent(Form);

        Assert.That(submission.IsAnsweredBy(Read(Form)), Is.False);
        Assert.That(submission.IsAnsweredBy(Read(Form with { Controls = [Looks.Button("Log in") with { Enabled = false }] })), Is.False);
    }

    [Test]
    public void An_error_on_the_same_document_is_the_answer() =>
        Assert.That(Sent(Form).IsAnsweredBy(Read(Form with { Errors = ["Wrong password"] })), Is.True);

    [Test]
    public void A_complaint_outside_of_any_known_error_element_is_the_answer() =>
        Assert.That(Sent(Form).IsAnsweredBy(Read(Form with { Text = "Log in That password is incorrect", TextLength = 33 })), Is.True);

    [Test]
    public void A_complaint_that_stood_there_before_is_not()
    {
        var look = Form with { Text = "Log in. If it has failed, try again.", TextLength = 36 };

        Assert.That(Sent(look).IsAnsweredBy(Read(look with { Text = look.Text + " 59 s", TextLength = 41 })), Is.False);
    }

    [Test]
    public void The_same_form_on_a_new_document_is_a_refusal()
    {
        var submission = Sent(Form);
        var again = Read(Form with { Document = 2 });

        Assert.That(submission.IsAnsweredBy(again) && submission.WasRefused(again), Is.True);
    }

    [Test]
    public void A_password_field_after_the_identifier_is_the_next_step()
    {
        var submission = Sent(Looks.Page(Looks.Provider, "Log in", Looks.Text("username")));
        var next = Read(Looks.Page(Looks.Provider, "Log in", Looks.Text("username"), Looks.Password()));

        Assert.That((submission.IsAnsweredBy(next), submission.WasRefused(next)), Is.EqualTo((true, false)));
    }

    private static Submission Sent(PageLook look)
    {
        var submission = new Submission();
        submission.Sent(Read(look), DateTimeOffset.UnixEpoch);
        return submission;
    }

    private static PageReading Read(PageLook look) => new PageClassifier(Looks.Scenario(), Looks.Settings, "login").Read(look);
}

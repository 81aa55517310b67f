using Prober.Scenarios.Reading;
using Prober.Scenarios.Reading.Shapes;

namespace Prober.Scenarios.Format;

/// <summary>The probe account; nothing that stands here is ever quoted.</summary>
internal sealed class AccountShape : ObjectShape<Account>
{
    private readonly Key<Secret> _username, _password, _totp;

    public AccountShape() : base("the keys username and password")
    {
        _username = Required("username", new SecretShape("a user name", 1), "What is typed as user name, usually ${PROBER_USER}.");
        _password = Required(
            "password", new SecretShape("a password", SecretShape.ShortestSearchable), "The password, usually ${PROBER_PASSWORD}.");
        _totp = Optional(
            "totp",
            new SecretShape("a base32 seed of letters and the digits 2 to 7", SecretShape.ShortestSearchable, "^[A-Za-z2-7 -]+=*$"),
            "Base32 seed of the time-based one-time password (RFC 6238), when the account has a second factor.");
    }

    protected override bool IsSecret => true;

    protected override Account Build(ObjectValues values, ReadContext context) => new()
    {
        Username = values.Get(_username),
        Password = values.Get(_password),
        Totp = values.Get(_totp),
    };
}

using Prober.Scenarios.Reading;
using Prober.Scenarios.Reading.Shapes;

namespace Prober.Scenarios.Format;

/// <summary><c>alternate: { url: "https://login.example.com/account", signedIn: { text: Account } }</c>, or <c>{ clientId: billing }</c> of an application here.</summary>
internal sealed class AlternateShape : ObjectShape<AlternateShape.Draft>
{
    private readonly Key<Uri> _url;
    private readonly Key<string> _clientId;
    private readonly Key<Marker> _signedIn, _login;

    public AlternateShape() : base("the keys url and signedIn, or clientId")
    {
        _url = Optional("url", Common.Url, "Where a person would log in with the same account: a portal of the provider, an application that is not in the journey.");
        _clientId = Optional("clientId", Common.Text, "The client identifier of another application of this scenario.");
        _signedIn = Optional("signedIn", MarkerShape.Instance, "What only somebody signed in can see there.");
        _login = Optional("login", MarkerShape.Instance, "What to click there to log in, when the page does not go to the provider by itself.");
        ExactlyOneOf(_url, _clientId);
    }

    protected override Draft Build(ObjectValues values, ReadContext context) => values.Has(_url) && !values.Has(_signedIn)
        ? throw values.Node.Error("missing the key \"signedIn\": what only somebody signed in can see there.")
        : new(values.Get(_url), values.Get(_clientId), values.Get(_signedIn), values.Get(_login), values.Node);

    /// <summary>As written; the client's own keys are filled in when all applications are known.</summary>
    internal sealed record Draft(Uri? Url, string? ClientId, Marker? SignedIn, Marker? Login, StrictNode Node)
    {
        public AlternateSettings Of(IReadOnlyDictionary<string, ApplicationSettings> applications)
        {
            if (Url is not null) return new() { Url = Url, SignedIn = SignedIn!, LoginControl = Login };
            var known = applications.Values.Select(application => application.ClientId).OfType<string>().ToList();
            var named = applications.Values.FirstOrDefault(application => application.ClientId == ClientId)
                ?? throw Node.Error($"no application has the clientId \"{ClientId}\".{(known.Count > 0 ? $" Expected {Wording.Or(known)}." : "")}");
            return new() { Url = named.ProtectedUrl ?? named.Url, ClientId = ClientId, SignedIn = SignedIn ?? named.SignedIn, LoginControl = Login ?? named.LoginControl };
        }
    }
}

using NUnit.Framework;
using Prober.Lab;

namespace Prober.Tests.Lab.Faults;

public class FaultsTests
{
    [Test]
    public void Every_fault_is_in_the_catalogue_exactly_once_and_in_order() =>
        Assert.That(Prober.Lab.Faults.All.Select(info => info.Fault), Is.EqualTo(Enum.GetValues<Fault>()).AsCollection);

    [Test]
    public void Every_fault_has_a_number_a_name_and_a_check_of_its_own()
    {
        var all = Prober.Lab.Faults.All;
        Assert.That(all.Select(info => info.Number), Is.Unique.And.All.Match("^F[0-9]{2,3}b?$"));
        Assert.That(all.Select(info => info.Name), Is.Unique.And.All.Match("^[a-z0-9]+(-[a-z0-9]+)*$"));
        Assert.That(all.Select(info => info.Headline).OfType<string>(), Is.All.Match("^(login-prompt|credentials|session|logs|profile|token|claims|sso|app-logs|logout|extra)-[a-z-]+$"));
        Assert.That(all.Select(info => info.Verdict), Is.All.AnyOf("fail", "warn", "pass"));
        Assert.That(all.Where(info => info.MustNotFail.Contains(info.Headline ?? "") && info.Verdict == "fail"), Is.Empty);
    }
}

using NUnit.Framework;
using Prober.Monitor.Objectives;
using Prober.Monitor.Store;

namespace Prober.Tests.Monitor.Objectives;

public sealed class ErrorBudgetTests
{
    [TestCase(1000, 995, 100, 100, 0.5, 0)]
    [TestCase(1000, 1000, 100, 99, 1, 1)]
    [TestCase(1000, 970, 100, 90, -2, 10)]
    public void What_is_left_and_how_fast_it_goes(int runs, int passed, int today, int passedToday, double left, double burn)
    {
        var budget = new ErrorBudget(0.99, new() { Runs = runs, Passed = passed }, new() { Runs = today, Passed = passedToday });
        Assert.That(budget.Left, Is.EqualTo(left).Within(1e-9));
        Assert.That(budget.Burn, Is.EqualTo(burn).Within(1e-9));
    }

    [Test]
    public void Without_a_run_nothing_is_said() =>
        Assert.That(new ErrorBudget(0.99, new RunTally(), new RunTally()), Has.Property("Left").Null.And.Property("Burn").Null);
}

using System.Reflection;
using Microsoft.Playwright;

namespace Prober.Tests.Browser.Journey;

/// <summary>A tab of which only one thing is asked: whether it is closed.</summary>
public class FakeTab : DispatchProxy
{
    private bool _closed;

    public static IPage Open() => Create<IPage, FakeTab>();

    public static IPage Closed()
    {
        var page = Open();
        ((FakeTab)page)._closed = true;
        return page;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
        targetMethod?.Name == "get_IsClosed" ? _closed : throw new NotSupportedException(targetMethod?.Name);
}

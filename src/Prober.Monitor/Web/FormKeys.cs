using System.Collections.Concurrent;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Prober.Monitor.Web;

/// <summary>Keys of the forms' tokens. They live as long as the process and are written nowhere: the page gets new ones when it is loaded anew.</summary>
internal sealed class FormKeys : IXmlRepository
{
    private readonly ConcurrentBag<XElement> _keys = [];

    public static void AddTo(IServiceCollection services)
    {
        services.AddAntiforgery(forms =>
        {
            forms.Cookie.Name = "prober-form";
            forms.Cookie.SameSite = SameSiteMode.Strict;
        });
        services.Configure<KeyManagementOptions>(keys => keys.XmlRepository = new FormKeys());
    }

    public IReadOnlyCollection<XElement> GetAllElements() => [.. _keys];

    public void StoreElement(XElement element, string friendlyName) => _keys.Add(element);
}

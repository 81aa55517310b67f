using System.Collections.Concurrent;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Prober.Monitor.Web.Access;

namespace Prober.Monitor.Web;

/// <summary>
/// Keys of the forms' tokens where there is no login, or none with a secret to encrypt them by. They live as long as the process and are written nowhere: the page
/// gets new ones when it is loaded anew.
/// </summary>
internal sealed class FormKeys : IXmlRepository
{
    private readonly ConcurrentBag<XElement> _keys = [];

    /// <param name="services">Of the host.</param>
    /// <param name="keys">Keys that the nodes share; null for some of this process' own.</param>
    public static void AddTo(IServiceCollection services, LoginKeys? keys)
    {
        services.AddAntiforgery(forms =>
        {
            forms.Cookie.Name = "prober-form";
            forms.Cookie.SameSite = SameSiteMode.Strict;
        });
        // Else the folder that the program lies in would be part of every key.
        services.AddDataProtection().SetApplicationName("prober");
        services.Configure<KeyManagementOptions>(options => options.XmlRepository = keys as IXmlRepository ?? new FormKeys());
    }

    public IReadOnlyCollection<XElement> GetAllElements() => [.. _keys];

    public void StoreElement(XElement element, string friendlyName) => _keys.Add(element);
}

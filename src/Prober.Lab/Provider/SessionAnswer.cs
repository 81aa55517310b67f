using Microsoft.AspNetCore.Http;

namespace Prober.Lab.Provider;

/// <summary>What happens, in the protocol of the request, once somebody is signed in.</summary>
internal delegate Task SessionAnswer(HttpContext context, ProviderSession session);

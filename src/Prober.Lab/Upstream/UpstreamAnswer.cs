using Microsoft.AspNetCore.Http;
using Prober.Lab.Provider;

namespace Prober.Lab.Upstream;

/// <summary>What happens, in the protocol of the request, once somebody is signed in.</summary>
internal delegate Task UpstreamAnswer(HttpContext context, ProviderSession session);

using Prober.Commands;

return await ProberCommandLine.RunAsync(args, CancellationToken.None);

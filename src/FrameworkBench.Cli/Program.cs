using FrameworkBench.Cli;

return await CommandLine.RunAsync(args);

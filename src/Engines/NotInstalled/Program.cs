using System.Reflection;
using FrameworkBench.Protocol.Hosting;

string? name = Assembly.GetEntryAssembly()?.GetCustomAttributes<AssemblyMetadataAttribute>()
    .FirstOrDefault(metadata => metadata.Key == "EngineName")?.Value;
return EngineHost.Run(() => throw new EngineUnavailableException($"not installed: run `frameworkbench engines install {name}`"));

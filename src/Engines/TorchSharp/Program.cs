using FrameworkBench.Engines.TorchSharp;
using FrameworkBench.Protocol.Hosting;

return EngineHost.Run(() => new TorchSharpEngine());

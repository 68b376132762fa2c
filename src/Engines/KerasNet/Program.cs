using FrameworkBench.Engines.KerasNet;
using FrameworkBench.Protocol.Hosting;

return EngineHost.Run(() => new KerasNetEngine());

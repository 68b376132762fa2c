using FrameworkBench.Engines.MLNet;
using FrameworkBench.Protocol.Hosting;

return EngineHost.Run(() => new MLNetEngine());

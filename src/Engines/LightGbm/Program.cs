using FrameworkBench.Engines.LightGbm;
using FrameworkBench.Protocol.Hosting;

return EngineHost.Run(() => new LightGbmEngine());

using FrameworkBench.Engines.Scratch;
using FrameworkBench.Protocol.Hosting;

return EngineHost.Run(() => new ScratchEngine());

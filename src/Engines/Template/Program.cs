using FrameworkBench.Engines.Template;
using FrameworkBench.Protocol.Hosting;

return EngineHost.Run(() => new TemplateEngine());

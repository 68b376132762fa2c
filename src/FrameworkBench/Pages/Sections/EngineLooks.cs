using FrameworkBench.Engines;

namespace FrameworkBench.Pages.Sections;

/// <summary>Gives an engine the same colour, dash and marker in every picture.</summary>
internal static class EngineLooks
{
    // The project's engines use up the palette; one outside it shares the look of the engine that is installed least.
    internal static int Of(string engine) =>
        Math.Min(EngineCatalog.All.TakeWhile(one => one.Name != engine).Count(), EngineCatalog.All.Count - 1);
}

using FrameworkBench.Engines;

namespace FrameworkBench.Pages.Sections;

/// <summary>Gives an engine the same colour, dash and marker in every picture.</summary>
internal static class EngineLooks
{
    internal static int Of(string engine)
    {
        for (int i = 0; i < EngineCatalog.All.Count; i++)
        {
            if (EngineCatalog.All[i].Name == engine)
                return i;
        }

        // The project's engines use up the palette; one outside it shares the look of the engine that is installed least.
        return EngineCatalog.All.Count - 1;
    }
}

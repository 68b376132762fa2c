using FrameworkBench.Charts;
using FrameworkBench.Engines;
using FrameworkBench.Pages.Sections;

namespace FrameworkBench.Tests.Pages;

public sealed class EngineLooksTests
{
    [Fact]
    public void Every_engine_has_a_look_of_its_own()
    {
        var looks = EngineCatalog.All.Select(engine => EngineLooks.Of(engine.Name) % ChartWriter.Looks);

        Assert.Distinct(looks);
    }
}

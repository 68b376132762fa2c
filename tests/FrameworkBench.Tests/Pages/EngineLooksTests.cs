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

    [Fact]
    public void An_engine_outside_the_project_does_not_look_like_scratch() =>
        Assert.NotEqual(EngineLooks.Of("scratch") % ChartWriter.Looks, EngineLooks.Of("own") % ChartWriter.Looks);
}

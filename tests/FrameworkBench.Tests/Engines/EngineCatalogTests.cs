using FrameworkBench.Engines;
using FrameworkBench.Engines.Installation;

namespace FrameworkBench.Tests.Engines;

public sealed class EngineCatalogTests
{
    // To be copied; it is an engine outside the project, wherever it lies.
    private static readonly string TemplateManifest =
        Path.Combine(RepositoryFiles.Root, "src", "Engines", "Python", "template", "engine.json");

    private static readonly InstallPlaces Places = new(RepositoryFiles.Root, "Release", "python3");

    [Fact]
    public void Tables_show_engines_in_the_order_of_their_manifests() => Assert.Equal(
        ["scratch", "sklearn", "pytorch", "keras", "xgboost", "lightgbm", "torchsharp", "mlnet", "keras-net"],
        EngineCatalog.All.Select(engine => engine.Name));

    [Fact]
    public void Every_manifest_of_the_source_tree_is_an_engine() => Assert.Equal(
        Directory.GetFiles(Path.Combine(RepositoryFiles.Root, "src", "Engines"), "engine.json", SearchOption.AllDirectories)
            .Except([TemplateManifest]).Count(),
        EngineCatalog.All.Count);

    [Fact]
    public void Every_engine_has_what_it_is_built_or_installed_from_and_a_tested_version() => Assert.All(EngineCatalog.All, engine =>
    {
        string source = engine.Language == EngineLanguage.DotNet ? Places.ProjectOf(engine) : Places.RequirementsOf(engine);
        Assert.True(File.Exists(source), source);
        Assert.NotEmpty(engine.Tested);
    });

    [Fact]
    public void The_template_is_an_engine_where_it_lies() =>
        Assert.Equal("template", EngineCatalog.With([Path.GetDirectoryName(TemplateManifest)!])[^1].Name);

    [Fact]
    public void Engines_that_need_seconds_a_fit_have_fewer_seeds_and_scratch_has_all() => Assert.Equal(
        [("scratch", null, null), ("keras", 10, 16), ("keras-net", 10, 16)],
        EngineCatalog.All.Where(engine => engine.MostSeeds is not null || engine.MostSeedsWhenLong is not 16)
            .Select(engine => (engine.Name, engine.MostSeeds, engine.MostSeedsWhenLong)));
}

namespace FrameworkBench.Engines;

/// <summary>The engines that this project knows, in the order in which tables show them.</summary>
public static class EngineCatalog
{
    private const string Install = "frameworkbench engines install ";

    /// <summary>All engines.</summary>
    public static IReadOnlyList<EngineDefinition> All { get; } =
    [
        new("scratch", "FrameworkBench.Scratch", EngineLanguage.DotNet, "FrameworkBench.Engines.Scratch", [], null) { MostSeedsWhenLong = null },
        new("sklearn", "scikit-learn", EngineLanguage.Python, "sklearn", ["numpy", "sklearn"], Install + "sklearn"),
        new("pytorch", "PyTorch", EngineLanguage.Python, "pytorch", ["numpy", "torch"], Install + "pytorch"),
        new("keras", "Keras", EngineLanguage.Python, "keras", ["numpy", "keras"], Install + "keras") { MostSeeds = 10 },
        new("xgboost", "XGBoost", EngineLanguage.Python, "xgboost", ["numpy", "xgboost"], Install + "xgboost"),
        new("lightgbm", "LightGBM", EngineLanguage.DotNet, "FrameworkBench.Engines.LightGbm", [], null),
        new("torchsharp", "TorchSharp", EngineLanguage.DotNet, "FrameworkBench.Engines.TorchSharp", [], null),
        new("mlnet", "ML.NET", EngineLanguage.DotNet, "FrameworkBench.Engines.MLNet", [], null),
        new("keras-net", "Keras.NET", EngineLanguage.DotNet, "FrameworkBench.Engines.KerasNet", ["numpy", "keras"], Install + "keras-net") { MostSeeds = 10 },
    ];

    /// <summary>The engine of a name, or null.</summary>
    public static EngineDefinition? Find(string name) => All.FirstOrDefault(engine => engine.Name == name);
}

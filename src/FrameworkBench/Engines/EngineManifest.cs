using System.Text.Json.Serialization;

namespace FrameworkBench.Engines;

/// <summary>What an engine's <c>engine.json</c> says.</summary>
internal sealed record EngineManifest
{
    /// <summary>Its place in tables, from 1; engines outside the project stand behind those with a place.</summary>
    public int Order { get; init; }

    /// <summary>Its name, as in <c>--engine</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The framework behind it.</summary>
    public required string Framework { get; init; }

    /// <summary>What its process is written in.</summary>
    [JsonConverter(typeof(JsonStringEnumConverter<EngineLanguage>))]
    public required EngineLanguage Language { get; init; }

    /// <summary>
    /// A .NET engine's assembly name, or <c>module:Class</c> of a Python engine. Of an engine outside the project, a file of its folder or
    /// <c>module:Class</c>; with the language <c>program</c> also the name of a command.
    /// </summary>
    public required string Program { get; init; }

    /// <summary>What the program is given on its command line.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>Python modules that its interpreter must have.</summary>
    public IReadOnlyList<string> Modules { get; init; } = [];

    /// <summary>Versions of the framework that it was tested with, the oldest first.</summary>
    public IReadOnlyList<string> Tested { get; init; } = [];

    /// <summary>Whether <c>engines install</c> gets the framework; else it is built with the solution.</summary>
    public bool Installable { get; init; }

    /// <summary>Seeds of a model in an ordinary run, at most.</summary>
    public int? MostSeeds { get; init; }

    /// <summary>
    /// The same for an experiment that is long: sixteen of sixteen are the fewest trials that prove a share of four fifths.
    /// </summary>
    public int? MostSeedsWhenLong { get; init; } = 16;

    /// <summary>The engine.</summary>
    [JsonIgnore]
    public EngineDefinition Definition => new(
        Name, Framework, Language, Language == EngineLanguage.Python ? Name : Program, Modules,
        Installable ? $"frameworkbench engines install {Name}" : null)
    {
        Arguments = Arguments,
        Tested = Tested,
        MostSeeds = MostSeeds,
        MostSeedsWhenLong = MostSeedsWhenLong,
    };
}

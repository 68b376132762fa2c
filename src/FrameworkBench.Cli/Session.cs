using FrameworkBench.Claims;
using FrameworkBench.Claims.Register;
using FrameworkBench.Cli.Commands.Planning;
using FrameworkBench.Datasets;
using FrameworkBench.Datasets.Catalog;
using FrameworkBench.Engines;
using FrameworkBench.Engines.Installation;
using FrameworkBench.Experiments;
using FrameworkBench.Experiments.Documents;
using FrameworkBench.Reading;
using FrameworkBench.Scoring;
using FrameworkBench.Trials;
using FrameworkBench.Trials.Storing;

namespace FrameworkBench.Cli;

/// <summary>What every command starts from: the project's catalog, the words that experiments may use, and the engines.</summary>
internal sealed class Session
{
    private readonly EngineFinder finder;

    /// <summary>Reads the catalog of a workspace.</summary>
    /// <param name="workspace">Where everything is.</param>
    /// <param name="sources">Where engines are.</param>
    /// <exception cref="DatasetException">The catalog is absent or wrong.</exception>
    /// <exception cref="IOException">A folder of an engine outside the project is wrong.</exception>
    public Session(Workspace workspace, EngineSources sources)
    {
        Workspace = workspace;
        Known = EngineCatalog.With(sources.Folders);
        Catalog = DatasetCatalog.Read(workspace.Catalog, workspace.AddedDatasets);
        var places = new InstallPlaces(
            workspace.Root,
            Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)),
            sources.Python ?? (OperatingSystem.IsWindows() ? "python" : "python3"))
        {
            Home = workspace.Home,
        };
        Installer = new EngineInstaller(places);
        Origins = new EngineOrigins(places);
        finder = new EngineFinder(new EngineFinderOptions
        {
            PythonHostFolder = workspace.PythonEngines,
            BuiltEngines = places.BuiltEngines,
            Interpreters = EngineFinderOptions.InterpretersFor(sources.Python, places.PythonEnvironment),
        });
        Documents = SourceDocuments.Read(workspace.Documents);
        Loader = new ExperimentLoader(new Vocabulary
        {
            Datasets = Catalog.Entries.ToDictionary(entry => entry.Name, DatasetTerm.Of, StringComparer.Ordinal),
            Metrics = TrialFigures.Terms,
            Claims = ClaimKinds.Terms,
            Engines = [.. Known.Select(engine => engine.Name)],
        })
        {
            TableFolders = sources.TableFolders,
        };
    }

    /// <summary>Where everything is.</summary>
    public Workspace Workspace { get; }

    /// <summary>The engines that there are, those outside the project last.</summary>
    public IReadOnlyList<EngineDefinition> Known { get; }

    /// <summary>The tables that come with the project.</summary>
    public DatasetCatalog Catalog { get; }

    /// <summary>The documents whose lessons the experiments repeat.</summary>
    public SourceDocuments Documents { get; }

    /// <summary>Gets engines onto this machine.</summary>
    public EngineInstaller Installer { get; }

    /// <summary>Where the frameworks on this machine came from.</summary>
    public EngineOrigins Origins { get; }

    /// <summary>The register of frozen claims, as the file has it now.</summary>
    /// <exception cref="IOException">The file is wrong.</exception>
    public ClaimRegister Register => ClaimRegister.Read(Workspace.Register);

    /// <summary>Reads experiment files.</summary>
    public ExperimentLoader Loader { get; }

    /// <summary>Reads the experiments of some names or files; all of a whole run when none is named.</summary>
    /// <exception cref="WrongInputException">A name is no experiment's.</exception>
    /// <exception cref="ExperimentException">A file is wrong.</exception>
    public IReadOnlyList<Experiment> Experiments(IReadOnlyList<string> names) => Experiments(names, Workspace.ExperimentFiles());

    /// <summary>Reads the experiments of some names or files; all of the given ones when none is named.</summary>
    /// <exception cref="WrongInputException">A name is no experiment's.</exception>
    /// <exception cref="ExperimentException">A file is wrong.</exception>
    public IReadOnlyList<Experiment> Experiments(IReadOnlyList<string> names, IReadOnlyList<string> files)
    {
        return Documents.InOrder(Loader.LoadAll(names.Count == 0 ? files.Select(Workspace.Shown) : FilesOf(names, files)));
    }

    /// <summary>Reads those of the project's experiments, or of the named ones, in which nothing is wrong.</summary>
    /// <returns>The experiments, and every problem of the others; null where there is none.</returns>
    /// <exception cref="WrongInputException">A name is no experiment's.</exception>
    public (IReadOnlyList<Experiment> Experiments, ExperimentException? Problems) SoundExperiments(IReadOnlyList<string> names)
    {
        IReadOnlyList<string> files = Workspace.ExperimentFiles();
        (IReadOnlyList<Experiment> experiments, ExperimentException? problems) =
            Loader.LoadSound(names.Count == 0 ? files.Select(Workspace.Shown) : FilesOf(names, files));
        return (Documents.InOrder(experiments), problems);
    }

    /// <summary>Reads the experiments that a command is about, as its profile runs them.</summary>
    /// <inheritdoc cref="Experiments(IReadOnlyList{string})"/>
    public IReadOnlyList<Experiment> Experiments(PlanRequest request) =>
        [.. Experiments(request.Experiments).Where(request.Takes).Select(experiment => experiment.At(request.Plan.Profile))];

    /// <summary>The file of an experiment of some name, or the file itself, as whoever typed it wants it shown.</summary>
    /// <exception cref="WrongInputException">It is neither.</exception>
    public string FileOf(string name) => FilesOf([name], Workspace.ExperimentFiles())[0];

    private static IReadOnlyList<string> FilesOf(IReadOnlyList<string> names, IReadOnlyList<string> files)
    {
        ILookup<string, string> byName = files.ToLookup(file => Path.GetFileNameWithoutExtension(file), StringComparer.Ordinal);
        string[] problems =
        [
            .. names.Where(name => !byName.Contains(name) && !File.Exists(name))
            .Select(
                name => $"'{name}' is neither an experiment nor a file; {ClosestName.Hint(name, [.. byName.Select(same => same.Key)])}"),
            .. names.Where(name => byName[name].Count() > 1)
            .Select(
                name => $"'{name}' names both {string.Join(" and ", byName[name].Select(Workspace.Shown))}; rename one, or give the file"),
        ];
        return problems.Length == 0
            ? [.. names.Select(name => Workspace.Shown(byName[name].FirstOrDefault(name)))] : throw new WrongInputException(problems);
    }

    /// <summary>
    /// The project's experiments besides some, as far as the results' folder has a page of them; the others need not be sound.
    /// </summary>
    public IReadOnlyList<Experiment> Others(IReadOnlyList<Experiment> these)
    {
        HashSet<string> names = [.. these.Select(experiment => experiment.Name)];
        return Documents.InOrder(Loader.LoadAll(Workspace.ExperimentFiles().Where(IsOther).Select(Workspace.Shown)));

        bool IsOther(string file) =>
            Path.GetFileNameWithoutExtension(file) is var name && !names.Contains(name)
                && File.Exists(Path.Combine(Workspace.Results, name, "run.json"));
    }

    /// <summary>Asks engines whether they are available; all when none is named.</summary>
    /// <exception cref="WrongInputException">A name is no engine's.</exception>
    public Task<IReadOnlyList<EngineStatus>> EnginesAsync(IReadOnlyList<string> names, CancellationToken cancellation) =>
        EngineStatus.AskAsync(Definitions(names), finder, cancellation: cancellation);

    /// <summary>As <see cref="EnginesAsync(IReadOnlyList{string}, CancellationToken)"/>, and looks through a store meanwhile.</summary>
    /// <exception cref="WrongInputException">A name is no engine's.</exception>
    /// <exception cref="IOException">The store's folder cannot be read.</exception>
    public async Task<IReadOnlyList<EngineStatus>> EnginesAsync(
        IReadOnlyList<string> names, OutcomeStore store, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(store);
        Task<IReadOnlyList<EngineStatus>> asked = EnginesAsync(names, cancellation);
        await Task.WhenAll(asked, Task.Run(store.Refresh, cancellation)).ConfigureAwait(false);
        return await asked.ConfigureAwait(false);
    }

    /// <summary>The engines of some names; all when none is named.</summary>
    /// <exception cref="WrongInputException">A name is no engine's.</exception>
    public IReadOnlyList<EngineDefinition> Definitions(IReadOnlyList<string> names)
    {
        string[] unknown = [.. names.Where(name => Known.All(engine => engine.Name != name))];
        if (unknown.Length > 0)
            throw new WrongInputException(
                [.. unknown.Select(
                    name => $"'{name}' is not an engine; {ClosestName.Hint(name, [.. Known.Select(engine => engine.Name)])}")]);
        return [.. Known.Where(engine => names.Count == 0 || names.Contains(engine.Name))];
    }

    /// <summary>Plans the trials of experiments.</summary>
    /// <exception cref="DatasetException">A table cannot be read.</exception>
    /// <exception cref="ExperimentException">There would be too many trials.</exception>
    public IReadOnlyList<PlannedTrial> Plan(
        IReadOnlyList<Experiment> experiments, IReadOnlyList<EngineStatus> engines, PlanOptions options,
        CancellationToken cancellation = default)
    {
        PlannedEngine[] planned = [.. engines.Select(engine => new PlannedEngine(engine.Name, engine.Hello, engine.Problem)
            {
                MostSeeds = engine.Definition.MostSeeds,
                MostSeedsWhenLong = engine.Definition.MostSeedsWhenLong,
                Build = engine.Definition.Build,
            })];
        return new TrialPlanner(planned, Catalog.Load, options).Plan(experiments, cancellation);
    }
}

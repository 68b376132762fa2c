using FrameworkBench.Datasets.Splits;
using FrameworkBench.Experiments;
using FrameworkBench.Experiments.Models;
using FrameworkBench.Experiments.Report;
using FrameworkBench.Experiments.Searches;
using FrameworkBench.Reading;

namespace FrameworkBench.Tuning;

/// <summary>
/// Makes of an experiment the one that tunes its models: each with its own settings beside the best of its search, over several splits.
/// </summary>
public static class TuningExperiment
{
    private const int UsualFolds = 5;
    private const int UsualRepeats = 2;
    private const int MostTrials = 10_000;
    private const uint RandomState = 42;

    /// <summary>The name of the experiment that tunes another, and of its page.</summary>
    public static string NameOf(string experiment) => $"{experiment}-tuning";

    /// <summary>
    /// The experiment that tunes another's models. Every split tries the same candidates, so that one can be best on all.
    /// </summary>
    /// <exception cref="ExperimentException">There is no such model, or one cannot be searched so.</exception>
    public static Experiment Of(Experiment experiment, TuningRequest request)
    {
        ArgumentNullException.ThrowIfNull(experiment);
        ArgumentNullException.ThrowIfNull(request);
        KFold split = SplitOf(experiment, request);
        return experiment with
        {
            Name = NameOf(experiment.Name),
            Title = $"{experiment.Title}: tuning",
            Question = "",
            Split = Same<SplitPlan>(split),
            SplitLine = request.Folds is null && experiment.Split.Default is KFold ? experiment.SplitLine : null,
            Models =
                [.. PairsOf(experiment, request).SelectMany(pair => new[] { pair.Written, pair.Tuned }).DistinctBy(model => model.Name)],
            Engines = null,
            EnginesByProfile = null,
            Report = new ReportSettings { LearningCurve = false },
            Claims = [],
            Timing = false,
            TimingByProfile = null,
            OneAtATime = false,
        };
    }

    /// <summary>The models to tune, in the order wanted. Several may share one with the same settings.</summary>
    /// <exception cref="ExperimentException">There is no such model, or one cannot be searched so.</exception>
    public static IReadOnlyList<TuningPair> PairsOf(Experiment experiment, TuningRequest request)
    {
        ArgumentNullException.ThrowIfNull(experiment);
        ArgumentNullException.ThrowIfNull(request);
        var pairs = new List<TuningPair>();
        foreach (ExperimentModel model in Chosen(experiment, request))
        {
            ExperimentModel? twin = AsWritten(experiment, model)
                ?? pairs.Select(pair => pair.Written).FirstOrDefault(written => written.IsFittedAs(model));
            ExperimentModel written = (twin ?? model) with { Search = null, Seeds = Same(1), Engines = null };
            string[] names = [.. experiment.Models.Select(other => other.Name), .. pairs.Select(pair => pair.Tuned.Name)];
            string[] titles = [written.Title, .. pairs.Select(pair => pair.Tuned.Title)];
            pairs.Add(new TuningPair(model, written, model with
            {
                Name = twin is null ? Unused(names, $"{model.Name}-tuned") : model.Name,
                Title = Unused(titles, model.Title, $"{model.Title}, tuned", $"{model.Title}, {model.Name}"),
                Search = SearchOf(model.Search!, request),
                Seeds = Same(1),
                Engines = null,
            }));
        }

        return pairs;
    }

    /// <summary>The model that is as a searched one is written, without its search; null when the experiment has none.</summary>
    public static ExperimentModel? AsWritten(Experiment experiment, ExperimentModel searched)
    {
        ArgumentNullException.ThrowIfNull(experiment);
        ArgumentNullException.ThrowIfNull(searched);
        return experiment.Models.FirstOrDefault(model => model.Search is null && model.IsFittedAs(searched));
    }

    private static KFold SplitOf(Experiment experiment, TuningRequest request) =>
        experiment.Split.Default is KFold own
            ? own with
            {
                Folds = request.Folds ?? own.Folds,
                FoldsOnLarge = request.Folds is null ? own.FoldsOnLarge : null,
                Repeats = request.Folds is null ? own.Repeats : 1,
                RandomState = own.RandomState + request.Seed,
            }
            : new KFold(request.Folds ?? UsualFolds, request.Folds is null ? UsualRepeats : 1, RandomState + request.Seed, Stratified: true)
            {
                KeepDuplicatesTogether = true,
            };

    private static List<ExperimentModel> Chosen(Experiment experiment, TuningRequest request)
    {
        var problems = new List<Problem>();
        var chosen = new List<ExperimentModel>();
        foreach (string name in request.Models.Distinct())
        {
            ExperimentModel? model = experiment.Models.FirstOrDefault(model => model.Name == name);
            if (model?.Search is { Ensemble: null })
                chosen.Add(model);
            else if (model?.Search is not null)
                problems.Add(Wrong(experiment, $"models.{name}", "is an ensemble of candidates and has no best settings; tune "
                    + $"{(model.Search.DrawnAs is { } drawn ? $"'{drawn}'" : "it without 'ensemble'")}"));
            else
                problems.Add(Wrong(experiment, $"models.{name}", model is null
                    ? $"'{name}' is not a model of this experiment; "
                        + $"{ClosestName.Hint(name, [.. experiment.Models.Select(other => other.Name)])}"
                    : "has no 'tune'; give the settings to search there, or in a --space file"));
        }

        if (request.Trials > MostTrials)
            problems.Add(Wrong(experiment, "models", FormattableString.Invariant(
                $"a budget of {request.Trials:N0} trials is too large; must be at most {MostTrials:N0}")));
        if (request.Models.Count == 0)
            chosen.AddRange(experiment.Models.Where(model => model.Search is { Ensemble: null }));
        if (chosen.Count == 0 && problems.Count == 0)
            problems.Add(Wrong(experiment, "models", "no model has 'tune'; give the settings to search there, or in a --space file"));
        if (request.Strategy == SearchStrategy.Halving)
            problems.AddRange(
                chosen.Select(Uncut).OfType<ExperimentModel>()
                .Select(model => Wrong(experiment, $"models.{model.Name}", SearchReader.NoResource(model))));
        return problems.Count == 0 ? chosen : throw new ExperimentException(problems);
    }

    // Whether a drawn setting takes the resource away is seen by drawing.
    private static ExperimentModel? Uncut(ExperimentModel model)
    {
        const uint Draws = 100;
        return Enumerable.Range(0, (int)Draws).Select(seed => model.Search!.Draw((uint)seed).Model).Prepend(model)
            .Any(drawn => ModelResource.Of(drawn.Spec) is null) ? model : null;
    }

    // Within seconds of its own each split would try another number of candidates.
    private static Search SearchOf(Search search, TuningRequest request) => search with
    {
        Seconds = Same<double?>(null),
        SameCandidates = true,
        Seed = request.Seed,
        Trials = request.Trials is int trials ? Same(trials) : search.Trials,
        Strategy = request.Strategy ?? search.Strategy,
    };

    // The first that is not taken; when all are, the last with a number.
    private static string Unused(string[] taken, params string[] wanted) =>
        wanted.Concat(Enumerable.Range(2, taken.Length + 1).Select(number => $"{wanted[^1]}-{number}"))
            .First(name => !taken.Contains(name));

    private static Problem Wrong(Experiment experiment, string key, string message) => new(experiment.Path, null, null, key, message);

    private static ByProfile<T> Same<T>(T value) => new(value, value, value);
}

using FrameworkBench.Datasets;
using FrameworkBench.Datasets.Preparation;
using FrameworkBench.Datasets.Reading;
using FrameworkBench.Datasets.Splits;
using FrameworkBench.Experiments;
using FrameworkBench.Experiments.Models;
using FrameworkBench.Experiments.Report;
using FrameworkBench.Experiments.Searches;
using FrameworkBench.Protocol;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Protocol.Models;
using FrameworkBench.Reading;
using FrameworkBench.Trials.Combining;
using FrameworkBench.Trials.Searches;

namespace FrameworkBench.Trials;

/// <summary>Spreads experiments out into trials: data sets × splits × models × seeds × engines.</summary>
/// <param name="engines">The engines asked for, also those that are not available: their trials become rows that say so.</param>
/// <param name="datasets">Reads a data set by name.</param>
/// <param name="options">How much to plan.</param>
public sealed class TrialPlanner(IReadOnlyList<PlannedEngine> engines, Func<string, Dataset> datasets, PlanOptions options)
{
    // Several times a full run of all experiments on every engine; a plan of more would not fit into memory.
    private const long MostTrials = 1_000_000;

    // Fine enough for a curve to look like one, and few enough rows for any engine.
    private const int PlaneCells = 60;

    private readonly Dictionary<string, Dataset> loaded = new(StringComparer.Ordinal);
    private long planned;

    /// <summary>Plans the trials of some experiments, in an order that keeps trials with the same input together.</summary>
    /// <param name="experiments">The experiments.</param>
    /// <param name="cancellation">Ends the planning.</param>
    /// <exception cref="DatasetException">A data set cannot be read.</exception>
    /// <exception cref="ExperimentException">There would be too many trials, or a data set is too small for the split.</exception>
    public IReadOnlyList<PlannedTrial> Plan(IEnumerable<Experiment> experiments, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(experiments);
        planned = 0;
        var plan = new List<PlannedTrial>();
        foreach (PlannedTrial trial in experiments.SelectMany(PlanOne))
        {
            cancellation.ThrowIfCancellationRequested();
            plan.Add(trial);
        }

        return plan;
    }

    /// <summary>Reads the tables of an experiment and makes its splits, so that whatever is wrong with them shows.</summary>
    /// <exception cref="DatasetException">A data set cannot be read.</exception>
    /// <exception cref="ExperimentException">A data set is too small for the split.</exception>
    public void Check(Experiment experiment)
    {
        ArgumentNullException.ThrowIfNull(experiment);
        foreach (string name in experiment.Datasets)
        {
            Dataset dataset = Load(experiment, name);
            CheckFloats(experiment, dataset);
            SplitPlan plan = experiment.Split.For(options.Profile);
            IReadOnlyList<Split> splits = ImpossibleSplit.Check(experiment, () => plan.Split(dataset));
            foreach (ExperimentModel model in experiment.Models.DistinctBy(model => model.Validation?.For(0)))
                CheckValidation(experiment, model, dataset, splits);
            foreach (ExperimentModel model in experiment.Models.DistinctBy(model => model.Bag))
                CheckBag(experiment, model, dataset, plan, splits);
        }
    }

    private static void CheckValidation(Experiment experiment, ExperimentModel model, Dataset dataset, IReadOnlyList<Split> splits)
    {
        if (model.Validation?.For(0) is { } validation)
            _ = ImpossibleSplit.Check(
                experiment, $"models.{model.Name}.validation",
                () => splits.Sum(split => validation.SetAside(dataset, split).TrainRows.Length));
    }

    private static void CheckBag(
        Experiment experiment, ExperimentModel model, Dataset dataset, SplitPlan plan, IReadOnlyList<Split> splits)
    {
        if (model.Bag is { } folds)
            _ = ImpossibleSplit.Check(
                experiment, $"models.{model.Name}.bag",
                () => splits.Sum(split => plan.FoldsOf(dataset, split.TrainRows, folds, randomState: 0).Count));
    }

    private IEnumerable<PlannedTrial> PlanOne(Experiment experiment)
    {
        var byName = engines.ToDictionary(engine => engine.Name, StringComparer.Ordinal);
        foreach (string name in experiment.Datasets)
        {
            Dataset dataset = Load(experiment, name);
            SplitPlan plan = experiment.Split.For(options.Profile);
            var inputs = new InputCache(experiment, plan, dataset, options.KeepsModels);
            CheckFloats(experiment, dataset);
            int splits = ImpossibleSplit.Check(experiment, () => plan.CountOn(dataset));
            CheckCount(experiment, name, splits);
            foreach (Trial trial in TrialOrder.Of(experiment, name, splits, engines, options))
                yield return PlanTrial(trial, inputs, byName[trial.Engine]);
        }
    }

    // Engines would be given other numbers than the table has, and differ by what they make of the rest.
    private static void CheckFloats(Experiment experiment, Dataset dataset)
    {
        bool isNarrow = experiment.Precision == Precision.Float32;
        if (dataset.Task == TaskKind.Regression && !experiment.Reconstructs
            && experiment.Models.FirstOrDefault(model => model.Preparation.Target == TargetScaling.Raw && (isNarrow || IsOfTrees(model)))
                is { } predictor
            && FloatRange.IsTooFine(dataset.Values))
            throw TooFine(dataset, dataset.TargetName, $"add 'target: standardise' to the inputs of '{predictor.Name}'");
        if (!isNarrow || experiment.Models.FirstOrDefault(model => model.Preparation.Inputs == InputScaling.Raw) is not { } reader)
            return;
        foreach ((int place, DatasetColumn column) in dataset.Columns.Index())
        {
            if (column.Kind == ColumnKind.Numeric && FloatRange.IsTooFine(Known(dataset.Features, place)))
                throw TooFine(
                    dataset, column.Name,
                    $"add 'scaling: standardise' to the inputs of '{reader.Name}', or 'precision: float64' to the experiment");
        }
    }

    private static double[] Known(FeatureMatrix features, int column) =>
        [.. Enumerable.Range(0, features.Rows).Select(row => features[row, column]).Where(double.IsFinite)];

    // Their frameworks sum targets in 32 bits whatever they are given.
    private static bool IsOfTrees(ExperimentModel model) => model.Spec is TreeSpec or ForestSpec or BoostedTreesSpec;

    private static DatasetException TooFine(Dataset dataset, string column, string remedy) => new(
        dataset.Name, $"column '{column}' varies by so little beside its size that 32-bit floats round it away; {remedy}");

    // Before any is made.
    private void CheckCount(Experiment experiment, string dataset, int splits)
    {
        long trials = TrialOrder.Count(experiment, splits, engines, options);
        planned += trials;
        if (planned <= MostTrials)
            return;
        string before = planned == trials ? "" : FormattableString.Invariant($", {planned:N0} with those before");
        string message = FormattableString.Invariant($"{trials:N0} trials on {dataset}{before}; ")
            + FormattableString.Invariant($"must be at most {MostTrials:N0}: take fewer seeds, repeats, folds or models");
        throw new ExperimentException([new Problem(experiment.Path, null, null, null, message)]);
    }

    private PlannedTrial PlanTrial(Trial trial, InputCache inputs, PlannedEngine engine)
    {
        PlannedTrial unsearched = PlanWhole(trial, inputs, engine);
        return unsearched.Known is null && trial.Model.Search is { } search
            ? unsearched with { Search = PlanSearch(search, unsearched, inputs, engine) }
            : unsearched;
    }

    // On all training rows that are not set aside: one fit, or a bag.
    private static PlannedTrial PlanWhole(Trial trial, InputCache inputs, PlannedEngine engine)
    {
        TrialInput input = inputs.Get(trial.Model, trial.Split, trial.Seed);
        if (trial.Model.Bag is null)
            return PlanFit(trial, input, engine, inputs);
        PlannedTrial[] parts =
        [
            .. inputs.Parts(trial.Model, trial.Split, trial.Seed).Index()
                .Select(part => PlanFit(trial.PartOf(part.Index), part.Item, engine, inputs)),
        ];
        var key = TrialKey.Of([("bag", string.Join(' ', parts.Select(part => part.Key.Hash)))]);
        return new PlannedTrial(trial, input, Fill(trial.Model.SpecFor(input.Dataset.Task), input), key)
        {
            Known = parts[0].Known,
            Combination = new Bag(parts),
        };
    }

    private PlannedSearch PlanSearch(Search search, PlannedTrial unsearched, InputCache inputs, PlannedEngine engine)
    {
        Trial trial = unsearched.Trial;
        (int count, IReadOnlyList<double> shares) = search.PlanFor(search.Trials.For(options.Profile));

        // The draws depend on the table, and on the split unless all are to try the same; not on the engine.
        string model = search.DrawnAs ?? trial.Model.Name;
        string draws = search.SameCandidates ? $"{model}/{trial.Dataset}" : $"{model}/{trial.Dataset}/{trial.Split}/{trial.Seed}";
        if (search.Seed != 0)
            draws = $"{search.Seed}/{draws}";
        var further = new CandidateDraws(trial.Model, draws);
        return new PlannedSearch(count, Candidate)
        {
            Seconds = search.Seconds.For(options.Profile),
        };

        SearchCandidate? Candidate(int number)
        {
            SearchDraw? draw = number == 0 ? new SearchDraw(new Dictionary<string, string>(), trial.Model) : further.Next();
            if (draw is null)
                return null;
            Trial inner = trial with { Model = draw.Model with { Name = $"{trial.Model.Name}, candidate {number}" } };
            if (draw.Model.Bag is not null)
                return BaggedCandidate(draw, inner);
            TrialInput input = inputs.Inner(draw.Model, trial.Split, search.Validation);
            return new SearchCandidate(
                draw.Settings,
                [
                    .. shares.SkipLast(1).Select(share => new SearchFit(share, PlanFit(inner with
                    {
                        Model = Cut(inner.Model, share),
                    }, input, engine, inputs))),
                    new SearchFit(1, PlanFit(inner, input, engine, inputs)),
                ],
                PlanWhole(trial with { Model = draw.Model }, inputs, engine));
        }

        // A bag is judged by the folds that its fits leave out, so that it need not be fitted again.
        SearchCandidate BaggedCandidate(SearchDraw draw, Trial inner)
        {
            PlannedTrial whole = PlanWhole(inner, inputs, engine);
            return new SearchCandidate(
                draw.Settings,
                [
                    .. shares.SkipLast(1).Select(share => new SearchFit(share, PlanWhole(inner with
                    {
                        Model = Cut(inner.Model, share),
                    }, inputs, engine))),
                    new SearchFit(1, whole),
                ],
                whole with { Trial = trial with { Model = draw.Model } });
        }
    }

    private static ExperimentModel Cut(ExperimentModel model, double share) => model with { Spec = ModelResource.Cut(model.Spec, share) };

    private static PlannedTrial PlanFit(Trial trial, TrialInput input, PlannedEngine engine, InputCache inputs)
    {
        FitPlan fit = inputs.FitOf(trial.Model, input, engine);
        var key = TrialKey.Of(
        [
            ("protocol", $"{ProtocolJson.Version}"),
            ("engine", engine.Identity),
            ("model", fit.Json),
            ("seed", $"{trial.Seed}"),
            ("input", input.Digest),

            // The same fit beside others took another time.
            .. trial.Experiment.OneAtATime ? [("placement", "one at a time")] : Array.Empty<(string, string)>(),
        ]);
        return new PlannedTrial(trial, input, fit.Spec, key) { Known = fit.Known };
    }

    private Dataset Load(Experiment experiment, string name)
    {
        if (experiment.Tables.TryGetValue(name, out CsvTable? table))
            return table.Read();
        if (!loaded.TryGetValue(name, out Dataset? dataset))
            loaded[name] = dataset = datasets(name);
        return dataset;
    }

    private static ModelSpec Fill(ModelSpec spec, TrialInput input) =>
        spec is NetworkSpec network ? network.WithWidths(input.Dataset.Columns.Count, input.Outputs) : spec;

    /// <summary>What the fits of a model have in common that differ in nothing but their seeds.</summary>
    private sealed record FitPlan(ExperimentModel Model, ModelSpec Spec, string Json, Outcome? Known)
    {
        public static FitPlan Of(ExperimentModel model, TrialInput input, PlannedEngine engine)
        {
            ModelSpec spec = Fill(model.SpecFor(input.Dataset.Task), input);
            return new FitPlan(model, spec, ProtocolJson.Write(spec), KnownOf(spec, input, engine));
        }

        private static Outcome? KnownOf(ModelSpec spec, TrialInput input, PlannedEngine engine) => engine.Hello is null
            ? Outcome.Without(TrialStatus.Missing, engine.Absence ?? "the engine is not available")
            : CapabilityCheck.Missing(engine.Hello.Capabilities, spec, input.Dataset.Task, input.Precision) is { } missing
                ? Outcome.Without(TrialStatus.Unsupported, missing)
                : input.KeepsModel && !engine.Hello.Capabilities.FittedModels.Contains(spec.Kind)
                    ? Outcome.Without(TrialStatus.Unsupported, $"the fitted model of {spec.Kind}")
                    : null;
    }

    /// <summary>Makes each distinct input once: many models and seeds share the same rows and preparation.</summary>
    private sealed class InputCache(Experiment experiment, SplitPlan plan, Dataset dataset, bool keepsModels)
    {
        private readonly Dictionary<(int, ValidationPlan?, PreparationPlan, ProbePlan), TrialInput> inputs = [];
        private readonly Dictionary<(int, ValidationPlan, PreparationPlan, bool), TrialInput> judging = [];
        private readonly Dictionary<(TrialInput, long, int, bool), IReadOnlyList<TrialInput>> parts = [];
        private readonly Dictionary<(int, long, int), IReadOnlyList<(int[] Others, int[] Fold)>> folds = [];
        private readonly Dictionary<(int, ValidationPlan), Split> splits = [];
        private readonly Dictionary<(TrialInput, string), FitPlan> fits = [];
        private readonly bool predictTraining = Figures(experiment).Any(metric => metric.NeedsTraining);
        private readonly bool codes = Figures(experiment).Any(metric => metric.NeedsCodes);
        private readonly ProbePlan probes = ProbesOf(experiment, dataset);

        // Rows are divided by their classes even where those are not predicted.
        private readonly Dataset learned = experiment.Reconstructs ? dataset.ToReconstruct() : dataset;
        private readonly Lazy<IReadOnlyList<Split>> withoutValidation =
            new(() => ImpossibleSplit.Check(experiment, () => plan.Split(dataset)));

        public TrialInput Get(ExperimentModel model, int split, long seed)
        {
            ValidationPlan? validation = model.Validation?.For(seed);
            ProbePlan own = split == 0 && seed == experiment.FirstSeed ? probes : probes with { PlaneCells = 0 };
            var key = (split, validation, model.Preparation, own);
            if (!inputs.TryGetValue(key, out TrialInput? input))
                inputs[key] = input =
                    new TrialInput(learned, SplitWith(split, validation), model.Preparation, experiment.Precision, predictTraining)
                    {
                        Probes = own,
                        Codes = codes,
                        KeepsModel = keepsModels,
                    };
            return input;
        }

        // The seeds of a model follow each other, so that it is enough to remember the last model.
        public FitPlan FitOf(ExperimentModel model, TrialInput input, PlannedEngine engine)
        {
            if (!fits.TryGetValue((input, engine.Name), out FitPlan? fit) || !ReferenceEquals(fit.Model, model))
                fits[(input, engine.Name)] = fit = FitPlan.Of(model, input, engine);
            return fit;
        }

        // The fits of a bag. The fold that one leaves out is its validation, where its model looks at any.
        public IReadOnlyList<TrialInput> Parts(ExperimentModel model, int split, long seed)
        {
            TrialInput whole = Get(model, split, seed);
            int count = model.Bag!.Value;
            bool watched = model.Spec.UsesValidation;
            if (!folds.TryGetValue((split, seed, count), out IReadOnlyList<(int[] Others, int[] Fold)>? divided))
                folds[(split, seed, count)] = divided = plan.FoldsOf(dataset, whole.Split.TrainRows, count, (uint)seed);
            if (!parts.TryGetValue((whole, seed, count, watched), out IReadOnlyList<TrialInput>? made))
                parts[(whole, seed, count, watched)] = made =
                [
                    .. divided.Select(part => whole with
                    {
                        Split = new Split(split, part.Others, watched ? part.Fold : [], whole.Split.TestRows),
                        LeftOut = part.Fold,

                        // A mean of several models has no word of its own.
                        Probes = whole.Probes with { Explanation = false },
                    }),
                ];
            return made;
        }

        // The rows that judge the candidates also stop them early, as Grinsztajn et al. (2022) do it.
        public TrialInput Inner(ExperimentModel model, int split, ValidationPlan validation)
        {
            Split judged = SplitWith(split, validation);
            var inner = new Split(split, judged.TrainRows, model.Validation is null ? [] : judged.ValidationRows, judged.ValidationRows);
            var key = (split, validation, model.Preparation, model.Validation is null);
            if (!judging.TryGetValue(key, out TrialInput? input))
                judging[key] = input = new TrialInput(learned, inner, model.Preparation, experiment.Precision, PredictTraining: false);
            return input;
        }

        // Only the split that is to be fitted: where seeds draw the rows that are set aside, every trial has others.
        private Split SplitWith(int split, ValidationPlan? validation)
        {
            Split whole = withoutValidation.Value[split];
            if (validation is null)
                return whole;
            if (!splits.TryGetValue((split, validation), out Split? made))
                splits[(split, validation)] = made = validation.SetAside(dataset, whole);
            return made;
        }

        // Predicting more than the test rows costs time and room; only a claim or a section about it makes it worth it.
        private static IEnumerable<MetricReference> Figures(Experiment experiment) =>
            experiment.Claims.SelectMany(claim => claim.Figures).Select(figure => figure.Metric).Concat(experiment.Report.Also)
                .Append(experiment.Report.Metric).OfType<MetricReference>();

        private static ProbePlan ProbesOf(Experiment experiment, Dataset dataset)
        {
            if (experiment.Reconstructs)
                return ProbePlan.None;
            int? repeats = experiment.Report.ImportanceRepeats
                ?? (Figures(experiment).Any(metric => metric.NeedsImportance) ? ReportSettings.UsualImportanceRepeats : null);
            return new ProbePlan
            {
                PlaneCells = experiment.Report.DecisionPlanes && dataset.IsClassification && InputPlane.IsOf(dataset) ? PlaneCells : 0,
                Permutations = repeats ?? 0,
                Explanation = repeats is not null,
            };
        }
    }
}

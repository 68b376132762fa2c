using FrameworkBench.Claims.Tables;
using FrameworkBench.Experiments.Models;
using FrameworkBench.Experiments.Report;
using FrameworkBench.Protocol.Models;
using FrameworkBench.Scoring;
using FrameworkBench.Statistics;

namespace FrameworkBench.Results.Suite;

/// <summary>
/// The answers of all reasonable ways to compare two families of models, from one run: every pair of models, measure, slice of the tables
/// and half of the splits (Simonsohn, Simmons and Nelson 2020, specification curve analysis).
/// </summary>
/// <param name="Sides">What the families are called.</param>
/// <param name="Specifications">All of them, by their lead, the least first; at least one.</param>
/// <param name="Choices">The choices, dimension by dimension in the order of the experiment.</param>
internal sealed record Multiverse(
    PairSides Sides, IReadOnlyList<Specification> Specifications, IReadOnlyList<SpecificationChoice> Choices)
{
    /// <summary>A side that leads by this share of the specifications leads whatever is chosen.</summary>
    internal const double Robust = 0.95;

    // Where the best model is hardly better than the constant one, a share of the way between them means nothing.
    private const double LeastWay = 0.02;

    /// <summary>The dimensions' names, in their order, with the sides filled in.</summary>
    internal IEnumerable<string> Dimensions => Choices.Select(choice => choice.Dimension).Distinct();

    /// <summary>Answers every specification; null where the experiment declares none or the engine has no models of one family.</summary>
    internal static Multiverse? Of(SuiteResults suite)
    {
        if (suite.Experiment.Report.Specifications is not { } settings)
            return null;
        ExperimentModel[] first = Ran(settings.Models), second = Ran(settings.Against);
        if (first.Length == 0 || second.Length == 0)
            return null;
        var figures = new Figures(suite);
        SuiteSlice?[] slices = [null, .. SuiteSlice.All];
        SplitHalf?[] halves = [null, SplitHalf.First, SplitHalf.Second];
        Specification[] specifications =
        [
            .. (from one in first
                from other in second
                from measure in settings.Measures
                from slice in slices
                from half in halves
                let lead = figures.Lead(one, other, measure, slice, half)
                where lead is not null
                select new Specification(one, other, measure, slice, half, lead)).OrderBy(specification => specification.Lead.Mean),
        ];
        if (specifications.Length == 0)
            return null;
        var sides = PairSides.Of(suite.Experiment, new ModelPair("", first[0].Name, second[0].Name));
        return new Multiverse(sides, specifications,
        [
            .. Choices(sides.First, first, model => model.Title, one => one.First),
            .. Choices(sides.Second, second, model => model.Title, one => one.Second),
            .. Choices("measure", settings.Measures, NameOf, one => one.Measure),
            .. Choices("tables", slices, slice => slice?.Name ?? "all", one => one.Slice),
            .. Choices("splits", halves, half => half is null ? "all" : $"{half} half".ToLowerInvariant(), one => one.Half),
        ]);

        ExperimentModel[] Ran(IReadOnlyList<string> names) =>
        [
            .. suite.Experiment.Models.Where(model => names.Contains(model.Name)
                && suite.Main.Trials.Any(trial => trial.Trial.Model.Name == model.Name && SuiteRanks.WasRun(trial))),
        ];

        IEnumerable<SpecificationChoice> Choices<T>(
            string dimension, IEnumerable<T> all, Func<T, string> name, Func<Specification, T> read) =>
            from choice in all
            let made = specifications.Where(one => EqualityComparer<T>.Default.Equals(read(one), choice)).ToArray()
            where made.Length > 0
            select new SpecificationChoice(dimension, name(choice), made);
    }

    /// <summary>A measure in a few words.</summary>
    private static string NameOf(SpecificationMeasure measure) => measure switch
    {
        SpecificationMeasure.Score => "score",
        SpecificationMeasure.ScoreShare => "score, share of the way",
        SpecificationMeasure.LossShare => "loss, share of the way",
    };

    /// <summary>The figures of one engine's trials, averaged over seeds, and the way from the constant to the best model.</summary>
    private sealed class Figures
    {
        private static readonly string[] Losses = ["log_loss", "rmse"];

        private readonly IReadOnlyList<TableTraits> tables;
        private readonly Dictionary<(string Model, string Table, bool IsLoss), SortedDictionary<int, double>> bySplit = [];
        private readonly Dictionary<(string Table, bool IsLoss), double> ways = [];

        public Figures(SuiteResults suite)
        {
            tables = [.. suite.Main.Trials.GroupBy(trial => trial.Trial.Dataset)
                .Select(table => TableTraits.Of(Claims.TrialEvidence.Of(table)))];
            foreach (var group in suite.Main.Trials.GroupBy(trial => (trial.Trial.Model.Name, trial.Trial.Dataset)))
            {
                foreach (bool isLoss in new[] { false, true })
                    bySplit[(group.Key.Name, group.Key.Dataset, isLoss)] = Read([.. group], isLoss);
            }

            ILookup<bool, string> models = suite.Experiment.Models.ToLookup(model => model.Spec is ConstantSpec, model => model.Name);
            foreach (TableTraits table in tables)
            {
                foreach (bool isLoss in new[] { false, true })
                    ways[(table.Dataset, isLoss)] = Way(table.Dataset, isLoss, models);
            }
        }

        public MeanEstimate? Lead(
            ExperimentModel first, ExperimentModel second, SpecificationMeasure measure, SuiteSlice? slice, SplitHalf? half)
        {
            double[] leads =
            [
                .. tables.Where(table => table.LiesIn(slice?.Tables)).Select(table => OnTable(first, second, measure, table.Dataset, half))
                    .OfType<double>(),
            ];
            return leads.Length < LeastTables.OfSlice ? null : MeanEstimate.Of(leads);
        }

        private double? OnTable(ExperimentModel first, ExperimentModel second, SpecificationMeasure measure, string table, SplitHalf? half)
        {
            bool isLoss = measure == SpecificationMeasure.LossShare;
            if (!bySplit.TryGetValue((first.Name, table, isLoss), out SortedDictionary<int, double>? own)
                || !bySplit.TryGetValue((second.Name, table, isLoss), out SortedDictionary<int, double>? other))
                return null;
            int[] splits = [.. own.Keys.Where(other.ContainsKey)];
            int middle = (splits.Length + 1) / 2;
            splits = half is null ? splits : half == SplitHalf.First ? splits[..middle] : splits[middle..];
            double way = measure == SpecificationMeasure.Score ? 1 : ways[(table, isLoss)];
            return splits.Length == 0 || double.IsNaN(way) ? null : splits.Average(split => own[split] - other[split]) / way;
        }

        // A loss is turned round, so that more is better.
        private static SortedDictionary<int, double> Read(IReadOnlyList<TrialResult> trials, bool isLoss) => new(
            (from trial in trials
             let figure = isLoss
                 ? Losses.Select(loss => -trial.Test?[loss]).FirstOrDefault(loss => loss is not null)
                 : trial.Figure(PairOnTables.Score)
             where figure is not null
             group figure.Value by trial.Trial.Split)
            .ToDictionary(split => split.Key, split => split.Average()));

        // NaN where it is too short: of a score 0.02, of a loss a fiftieth of the constant model's.
        private double Way(string table, bool isLoss, ILookup<bool, string> models)
        {
            double constant = Best(models[true]), best = Best(models[false]);
            double least = isLoss ? LeastWay * Math.Abs(constant) : LeastWay;
            return best - constant >= least ? best - constant : double.NaN;

            double Best(IEnumerable<string> names) => names.Select(name => bySplit.GetValueOrDefault((name, table, isLoss)))
                .Where(splits => splits is { Count: > 0 }).Select(splits => splits!.Values.Average()).DefaultIfEmpty(double.NaN).Max();
        }
    }
}

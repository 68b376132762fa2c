using FrameworkBench.Claims;
using FrameworkBench.Claims.Tables;
using FrameworkBench.Experiments;
using FrameworkBench.Experiments.Models;
using FrameworkBench.Experiments.Report;
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
        var sides = PairSides.Of(first, second);
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
                && suite.Main.Evidence.Any(trial => trial.Model.Name == model.Name && SuiteRanks.WasRun(trial))),
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
        private static readonly MetricReference[] Losses = [new("log_loss"), new("rmse")];

        private readonly IReadOnlyList<TableTraits> tables;
        private readonly Dictionary<(string Model, string Table, bool IsLoss), SortedDictionary<int, double>> bySplit = [];
        private readonly Dictionary<(string Table, bool IsLoss), double?> ways = [];

        public Figures(SuiteResults suite)
        {
            TrialEvidence[][] byTable =
                [.. suite.Main.Evidence.GroupBy(trial => trial.Table.Dataset).Select(table => table.ToArray())];
            tables = [.. byTable.Select(TableTraits.Of)];
            foreach (TrialEvidence[] table in byTable)
            {
                string dataset = table[0].Table.Dataset;
                ways[(dataset, false)] = ScoreWay.Of(table);
                ways[(dataset, true)] = ScoreWay.OfLoss(table, Loss);
                foreach (var model in table.GroupBy(trial => trial.Model.Name))
                {
                    bySplit[(model.Key, dataset, false)] = Read(model, trial => trial.Read(ScoreWay.Score));
                    bySplit[(model.Key, dataset, true)] = Read(model, trial => -Loss(trial));
                }
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
            double? way = measure == SpecificationMeasure.Score ? 1 : ways[(table, isLoss)];
            return splits.Length == 0 ? null : splits.Average(split => own[split] - other[split]) / way;
        }

        // More is better: a loss is turned round.
        private static SortedDictionary<int, double> Read(IEnumerable<TrialEvidence> trials, Func<TrialEvidence, double?> figure) => new(
            (from trial in trials
             let value = figure(trial)
             where value is not null
             group value.Value by trial.Split)
            .ToDictionary(split => split.Key, split => split.Average()));

        private static double? Loss(TrialEvidence trial) => Losses.Select(trial.Read).FirstOrDefault(loss => loss is not null);
    }
}

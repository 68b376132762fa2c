using FrameworkBench.Asking.Recognition;
using FrameworkBench.Datasets;
using FrameworkBench.Datasets.Splits;
using FrameworkBench.Scoring;
using FrameworkBench.Trials;
using FrameworkBench.Tuning;
using FrameworkBench.Wording;

namespace FrameworkBench.Asking;

/// <summary>
/// Answers within a time: a pilot tells what fits cost, the models with default settings give a first answer, columns that may give the
/// target away are looked for, later rows are tested where rows have dates, the strong models follow, tuned ones where the time is enough
/// for a search, and then all is repeated on other folds while there is time.
/// </summary>
/// <param name="table">The table.</param>
/// <param name="engine">The engine that fits.</param>
/// <param name="limits">The time and the seed.</param>
/// <param name="fit">Runs trials for some time; gives the outcomes that there are then.</param>
public sealed class AskedRun(
    UnderstoodTable table,
    PlannedEngine engine,
    AskedLimits limits,
    Func<string, IReadOnlyList<PlannedTrial>, TimeSpan, Task<Outcomes>> fit)
{
    private const int LeakRounds = 3;
    private const int WeighedSplits = 2;
    private const int FewestOfClass = 10 * AskedExperiment.FewestFolds;
    private const double AreaOfChance = 0.5;
    private const double Significance = 0.05;

    // A repeat may take a little longer than the one before.
    private const double Slack = 1.1;

    private const double ShareOfPilot = 0.15;

    // A machine is never so much faster than its pilot.
    private const double LeastLoad = 0.5;

    // A search of fewer settings seldom finds better ones, and its answer should rest on two repeats at least.
    private const int FewestCandidates = 5;
    private const int MostCandidates = 20;
    private const int TunedRepeats = 2;
    private const double ShareOfTuning = 0.8;

    private readonly HashSet<string> failures = new(StringComparer.Ordinal);
    private bool lacksLeakCheck;

    /// <summary>Columns that are known in time, so that none of them is a suspected leak.</summary>
    public IReadOnlyCollection<string> Keeps { get; init; } = [];

    /// <summary>Receives what is going on, a sentence at a time.</summary>
    public Action<string>? Say { get; init; }

    /// <summary>Receives the first answer, of models with default settings.</summary>
    public Action<FamilyAnswer>? First { get; init; }

    /// <summary>Finds the answer.</summary>
    public async Task<AskedResult> RunAsync()
    {
        Dataset whole = table.Dataset;
        PilotCosts costs = await PilotAsync(whole).ConfigureAwait(false);
        double coreSeconds = limits.Left.TotalSeconds * limits.Jobs;
        int rows = costs.RowsFor(whole.Rows, coreSeconds);
        Dataset used = Sample(whole, rows);
        if (rows < whole.Rows)
            Say?.Invoke(
                $"{rows:N0} of {whole.SampleOf ?? whole.Rows:N0} rows, drawn at random, fit the time of {limits.Limit.TotalSeconds:0} s.");
        IReadOnlyList<string> defaults = costs.CheapestFirst(AskedModels.Defaults);
        CheckGroups(used);
        var experiment = new AskedExperiment(used, limits.Seed, engine);
        TimeSpan before = limits.Elapsed;
        List<TrialResult> results = await FitAsync("first look", experiment.Trials(defaults, 0)).ConfigureAwait(false);
        TimeSpan firstLook = limits.Elapsed - before;
        double expected = costs.OfRepeat(AskedModels.Defaults, used.Rows, experiment.Folds);
        double load = Math.Max(LeastLoad, firstLook.TotalSeconds * limits.Jobs / expected);
        IReadOnlyList<ModelScores> scores = ScoresOf(results, experiment);
        if (FamilyAnswer.Of(scores) is { } first)
            First?.Invoke(first);

        (LaterRows? later, string? withoutLater) = await LaterAsync(experiment).ConfigureAwait(false);
        int[] honest = [.. Enumerable.Range(0, used.Columns.Count)];
        (IReadOnlyList<ColumnWeight> weights, IReadOnlyList<SuspectedLeak> found) =
            await LookForLeaksAsync(experiment, table.Sources, scores, later).ConfigureAwait(false);
        List<SuspectedLeak> leaks = [.. found];
        FamilyAnswer? withLeaks = null;

        // Where several columns are made of the target, each hides the others until the heavier ones are left out. Another one gives as
        // much away; the best of the honest columns is none.
        for (int round = 0; round < LeakRounds && found.Count > 0; round++)
        {
            int[] left = [.. honest.Where(input => leaks.All(leak => leak.Column != table.Sources[input]))];
            if (left.Length == 0)
                break;
            honest = left;
            withLeaks ??= FamilyAnswer.Of(scores);
            experiment = new AskedExperiment(TableColumns.Only(used, honest), limits.Seed, engine);
            results = await FitAsync("without the suspected leak", experiment.Trials(defaults, 0)).ConfigureAwait(false);
            (later, withoutLater) = await LaterAsync(experiment).ConfigureAwait(false);
            string[] sources = [.. honest.Select(input => table.Sources[input])];
            (weights, IReadOnlyList<SuspectedLeak> others) =
                await LookForLeaksAsync(experiment, sources, ScoresOf(results, experiment), later).ConfigureAwait(false);
            found = [.. others.Where(other => leaks.Exists(other.GivesAsMuchAwayAs))];
            leaks.AddRange(found);
        }

        (bool IsBagged, int? Epochs)? strong = costs.StrongFor(used.Rows, experiment.Folds, limits.Left.TotalSeconds * limits.Jobs / load);
        experiment = new AskedExperiment(experiment.Dataset, limits.Seed, engine)
        {
            IsBagged = strong?.IsBagged ?? false,
            Epochs = strong?.Epochs,
        };
        experiment = await DeepenAsync(experiment, results, firstLook, hasStrong: strong is not null).ConfigureAwait(false);
        IReadOnlyList<ModelScores> finished = ScoresOf(results, experiment);
        var answer = FamilyAnswer.Of(finished);
        return new AskedResult
        {
            Table = table,
            Used = used,
            Answer = answer,
            Ranker = used.IsClassification && answer is { IsGuessing: true } ? RankerOf(results, experiment.Folds) : null,
            Experiment = experiment,
            TunesInMoreTime = experiment.Candidates is null && MostRepeatsOf(experiment) >= TunedRepeats,
            Leaks = leaks,
            LacksLeakCheck = lacksLeakCheck,
            WithLeaks = withLeaks,
            Later = later,
            WithoutLater = withoutLater,
            Weights = weights,
            Unfinished =
            [
                .. experiment.Trials(ModelsOf(experiment), 0)
                    .Select(planned => planned.Trial.Model).DistinctBy(model => model.Name)
                    .Where(model => finished.All(other => other.Name != model.Name)).Select(model => model.Title),
            ],
            Failures = [.. failures],
            Elapsed = limits.Elapsed,
            Limit = limits.Limit,
        };
    }

    // ROC AUC needs rows of each class in each fold, and does not depend on how many there are. Accuracy does.
    private Dataset Sample(Dataset whole, int rows) => rows == whole.Rows ? whole
        : table.IsJudgedByArea ? whole.Sample(rows, limits.Seed, FewestOfClass) : whole.Sample(rows, limits.Seed);

    // The best of several: each needs as much more evidence (Bonferroni).
    private static ModelScores? RankerOf(List<TrialResult> results, int folds)
    {
        ModelScores[] models = [.. ModelScores.Of(results, UnderstoodTable.Area, folds).Where(model => model.Name != AskedModels.Constant)];
        return models.MaxBy(model => FamilyAnswer.ExpectedOf(model).Difference) is { } best
            && models.Length * FamilyAnswer.ExpectedOf(best).PValueGreaterThan(AreaOfChance) <= Significance ? best : null;
    }

    private static void CheckGroups(Dataset used)
    {
        if (used.Groups?.Distinct().Count() is { } groups and < LikelyGroups.Fewest)
            throw new DatasetException(
                used.Name, $"only {Counting.Of(groups, "value")} of '{used.GroupName}' among the {Figures.Whole(used.Rows)} rows that fit "
                    + $"the time; expected at least {LikelyGroups.Fewest}. Give it more time, such as --time 5m");
    }

    private async Task<(LaterRows? Later, string? Without)> LaterAsync(AskedExperiment experiment)
    {
        Dataset used = experiment.Dataset;
        if (used.TimeName is not { } date)
            return (null, null);
        IReadOnlyList<PlannedTrial> plan = experiment.Later();
        if (plan.Count == 0)
            return (null, $"Not tested on the last rows by '{date}': too few dates.");
        Split split = plan[0].Input.Split;
        int fewest = table.IsJudgedByArea ? used.ClassNames.Count : 2;
        if (used.IsClassification && Math.Min(ClassesAmong(used, split.TestRows), ClassesAmong(used, split.TrainRows)) < fewest)
            return (null, $"Not tested on the last rows by '{date}': they, or the rows before, "
                + (fewest == 2 ? "are all of one class." : "lack a class."));
        var later = LaterRows.Of(table, used, await FitAsync("later rows", plan).ConfigureAwait(false));
        return (later, later is null ? $"The test on the last rows by '{date}' was not finished." : null);
    }

    private static int ClassesAmong(Dataset dataset, int[] rows) => rows.Select(row => dataset.Labels[row]).Distinct().Count();

    // One run of growing samples, so that the processes that fit the larger ones have fitted each model before. Where there is one sample
    // alone, nothing else shows what the network's epochs cost without what a process does for the first time.
    private async Task<PilotCosts> PilotAsync(Dataset whole)
    {
        Dataset[] samples =
        [
            .. from rows in PilotCosts.SamplesOf(whole.Rows, limits.Limit)
               select Sample(whole, rows) with { GroupName = null, Groups = null },
        ];
        PlannedTrial[] pilot =
        [
            .. samples.SelectMany(sample => On(sample, PilotCosts.PilotEpochs).Pilot(AskedModels.Untuned)),
            .. samples is [Dataset only] ? On(only, PilotCosts.MoreEpochs).Pilot([AskedModels.RealMlp]) : [],
        ];
        return PilotCosts.Of(pilot, await fit("pilot", pilot, limits.Left * ShareOfPilot).ConfigureAwait(false));

        AskedExperiment On(Dataset sample, int epochs) => new(sample, limits.Seed, engine) { Epochs = epochs };
    }

    // The strong models, then tuned ones where there is time, then all models again on other folds as long as that seems to fit.
    private async Task<AskedExperiment> DeepenAsync(
        AskedExperiment experiment, List<TrialResult> results, TimeSpan firstLook, bool hasStrong)
    {
        TimeSpan before = limits.Elapsed;
        List<TrialResult> strong = !hasStrong ? []
            : await FitAsync("strong models", experiment.Trials(AskedModels.StrongModels, 0)).ConfigureAwait(false);
        results.AddRange(strong);
        TimeSpan last = firstLook + (limits.Elapsed - before);
        int most = MostRepeatsOf(experiment);
        bool tunable = most >= TunedRepeats && ScoresOf(strong, experiment).Count == AskedModels.StrongModels.Count;
        if (tunable && CandidatesWithin(limits.Left, TimeOf(strong, limits.Elapsed - before)) is { } candidates)
        {
            experiment = experiment.Tuned(candidates);
            before = limits.Elapsed;
            results.AddRange(await TuneAsync("tuned models", experiment, 0).ConfigureAwait(false));
            last += limits.Elapsed - before;
        }

        for (int repeat = 1; repeat < most && limits.Left > last * Slack; repeat++)
        {
            before = limits.Elapsed;
            results.AddRange(await FitAsync(
                $"repeat {repeat + 1}", experiment.Trials(hasStrong ? AskedModels.Untuned : AskedModels.Defaults, repeat))
                .ConfigureAwait(false));
            if (experiment.Candidates is not null)
                results.AddRange(await TuneAsync($"repeat {repeat + 1}, tuned models", experiment, repeat).ConfigureAwait(false));
            last = limits.Elapsed - before;
        }

        return experiment;
    }

    private int MostRepeatsOf(AskedExperiment experiment) => Math.Min(experiment.Repeats, limits.MostRepeats ?? int.MaxValue);

    // Where they were stored before, their fits took none of the time now, but those of other settings will.
    private TimeSpan TimeOf(IReadOnlyList<TrialResult> trials, TimeSpan elapsed)
    {
        var fitting = TimeSpan.FromSeconds(
            trials.Sum(trial => trial.Outcome.FitSeconds + trial.Outcome.PredictSeconds) / limits.Jobs);
        return fitting > elapsed ? fitting : elapsed;
    }

    /// <summary>
    /// How many settings a search can try on each split, so that the tuned models are finished on two repeats in the time; null where they
    /// are too few.
    /// </summary>
    /// <param name="left">The time.</param>
    /// <param name="strong">The time that the strong models take on one repeat; the models with default settings take less.</param>
    internal static int? CandidatesWithin(TimeSpan left, TimeSpan strong)
    {
        double repeats = left * ShareOfTuning / TimeSpan.FromTicks(Math.Max(1, strong.Ticks));
        int candidates = (int)Math.Min(MostCandidates, (repeats / TunedRepeats) - 2);
        return candidates < FewestCandidates ? null : candidates;
    }

    private async Task<List<TrialResult>> TuneAsync(string what, AskedExperiment experiment, int repeat)
    {
        IReadOnlyList<PlannedTrial> plan = experiment.Trials(AskedModels.TunedModels, repeat);
        PlannedTrial[] candidates =
        [
            .. from planned in plan
               from candidate in planned.Search?.Candidates ?? []
               select candidate.Inner,
        ];
        Outcomes judged = await fit(what, candidates, limits.Left).ConfigureAwait(false);
        PlannedTrial[] settled = [.. SearchRun.Settle(plan, judged).Where(planned => planned.Standing?.Chosen is not null)];
        Outcomes fitted = await fit($"{what}, best settings", settled, limits.Left).ConfigureAwait(false);
        return Scored(settled, judged.And(fitted));
    }

    private static string[] ModelsOf(AskedExperiment experiment) =>
        [.. AskedModels.Untuned, .. experiment.Candidates is null ? [] : AskedModels.TunedModels];

    private async Task<(IReadOnlyList<ColumnWeight> Weights, IReadOnlyList<SuspectedLeak> Leaks)> LookForLeaksAsync(
        AskedExperiment experiment, IReadOnlyList<string> sources, IReadOnlyList<ModelScores> scores, LaterRows? later)
    {
        List<TrialResult> weighed = await FitAsync("columns", experiment.Weighing(WeighedSplits)).ConfigureAwait(false);
        IReadOnlyList<ColumnWeight> weights = ColumnWeight.Of(weighed, sources);
        ColumnWeight[] candidates = [.. SuspectedLeak.Candidates(weights)];
        lacksLeakCheck = weighed.Count == 0;
        if (candidates.Length == 0 || scores.Count == 0)
            return (weights, []);
        IReadOnlyList<PlannedTrial>[] plans = [.. candidates.Select(column => experiment.TreesOn(column.Inputs))];
        Outcomes outcomes = await fit("one column alone", [.. plans.SelectMany(plan => plan)], limits.Left).ConfigureAwait(false);
        lacksLeakCheck = plans.Any(plan => plan.Any(planned => outcomes.Find(planned) is null));
        return (weights,
        [
            .. from column in candidates.Zip(plans)
               let alone = ScoresOf(Scored(column.Second, outcomes), experiment)
               where alone.Count == 1
               select SuspectedLeak.Of(column.First, alone[0], scores) into leak
               where leak is not null && !Keeps.Contains(leak.Column) && (leak.Column != later?.Column || later.Confirms(leak))
               select leak,
        ]);
    }

    private IReadOnlyList<ModelScores> ScoresOf(IEnumerable<TrialResult> trials, AskedExperiment experiment) =>
        ModelScores.Of(trials, table.Metric, experiment.Folds);

    private async Task<List<TrialResult>> FitAsync(string what, IReadOnlyList<PlannedTrial> plan) =>
        Scored(plan, await fit(what, plan, limits.Left).ConfigureAwait(false));

    private List<TrialResult> Scored(IReadOnlyList<PlannedTrial> plan, Outcomes outcomes)
    {
        List<TrialResult> results =
        [
            .. from planned in plan.AsParallel().AsOrdered()
               let outcome = outcomes.Find(planned)
               where outcome is not null
               select TrialResult.Of(planned, outcome),
        ];
        failures.UnionWith(
            results.Where(result => result.Test is null)
                .Select(result => $"{result.Trial.Model.Title}: {result.Outcome.Reason ?? "no predictions"}"));
        failures.UnionWith(
            results.Where(result => result.Test is { } test && test[table.Metric] is null)
                .Select(_ => $"no {MetricRegistry.Find(table.Metric)!.Title} on test rows that lack a class of "
                    + $"'{table.Dataset.TargetName}'"));
        return results;
    }
}

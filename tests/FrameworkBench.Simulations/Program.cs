using System.Diagnostics;
using FrameworkBench.Simulations;
using FrameworkBench.Statistics;

// How often each kind of claim gives a wrong verdict and what it can see, how often 'diff' gives a false alarm,
// and how often an interval of 'ask' holds the score on fresh rows:
//   dotnet run --project tests/FrameworkBench.Simulations -c Release -- [--only WORDS] [--runs N] [--write docs/statistics.md]
//   dotnet run --project tests/FrameworkBench.Simulations -c Release -- --quick docs/statistics.md
// How long a run in shards takes on a cluster:
//   dotnet run --project tests/FrameworkBench.Simulations -c Release -- --scaling docs/scaling.md
string? Option(string name) => Array.IndexOf(args, name) is >= 0 and int place && place + 1 < args.Length ? args[place + 1] : null;

Situation[] situations = [.. TrialSituations.All, .. TableSituations.All, .. LedgerSituations.All];
Detection[] detections = [.. TrialSituations.Detections, .. TableSituations.Detections];
IReadOnlyList<Rerun> reruns = RerunSituations.Pairs;
IReadOnlyList<AnswerPopulation> populations = AnswerPopulation.All;
return Option("--scaling") is { } scaling ? Scaling(File.ReadAllText(scaling))
    : Option("--quick") is { } document ? Quick(File.ReadAllText(document)) : Whole();

// Prints the rows of the document's table, and says which of them it does not have.
int Scaling(string text)
{
    string[] rows = [.. ClusterRun.All.Select(run => run.Row())];
    string[] absent = [.. rows.Where(row => !text.Contains($"\n{row}\n", StringComparison.Ordinal))];
    foreach (string row in rows)
        Console.WriteLine(row);
    foreach (string row in absent)
        Console.Error.WriteLine($"the document has no such row: {row}");
    return absent.Length == 0 ? 0 : 1;
}

int Whole()
{
    string? only = Option("--only"), write = Option("--write");
    int? runs = Option("--runs") is { } number ? int.Parse(number, System.Globalization.CultureInfo.InvariantCulture) : null;
    var made = new Dictionary<string, string>(StringComparer.Ordinal);
    foreach (Situation situation in situations.Where(situation => situation.Keys.Any(IsWanted)))
        Add(() => ErrorRate.Of(situation, runs ?? situation.Runs).Select(rate => (rate.Key, rate.Row())));
    foreach (Detection detection in detections.Where(detection => IsWanted(detection.Key)))
        Add(() => [(detection.Key, detection.Row(runs ?? detection.Runs))]);
    foreach (Rerun rerun in reruns.Where(rerun => IsWanted(rerun.Key)))
        Add(() => [(rerun.Key, rerun.Row(rerun.Reported(runs ?? rerun.Runs)))]);
    foreach (AnswerPopulation population in populations.Where(population => IsWanted(AnswerCoverage.Key(population))))
        Add(() =>
            [(AnswerCoverage.Key(population),
                AnswerCoverage.Row(population, AnswerCoverage.Of(population, runs ?? AnswerCoverage.Runs)))]);
    if (write is not null)
    {
        string[] rates = [.. situations.SelectMany(situation => situation.Keys)],
        powers = [.. detections.Select(detection => detection.Key)], pairs = [.. reruns.Select(rerun => rerun.Key)],
        answers = [.. populations.Select(AnswerCoverage.Key)];
        File.WriteAllText(write, RateSection.Replace(File.ReadAllText(write), (rates, powers, pairs, answers), made));
    }

    return 0;

    bool IsWanted(string key) => only is null || key.Contains(only, StringComparison.Ordinal);

    void Add(Func<IEnumerable<(string Key, string Row)>> make)
    {
        long start = Stopwatch.GetTimestamp();
        foreach ((string key, string row) in make())
        {
            made[key] = row;
            Console.WriteLine(row);
        }

        Console.Error.WriteLine(FormattableString.Invariant($"  {Stopwatch.GetElapsedTime(start).TotalSeconds:0.0} s"));
    }
}

// Rows that take no time are made in full, and must be those of the document; of the others a few runs must not show more wrong verdicts
// than are allowed.
int Quick(string text)
{
    IReadOnlyDictionary<string, string> rows = RateSection.Rows(text);
    var problems = new List<string>();
    foreach (Situation situation in situations)
    {
        bool isWhole = situation.QuickRuns == situation.Runs;
        foreach (ErrorRate rate in ErrorRate.Of(situation, situation.QuickRuns))
        {
            Console.WriteLine(rate.Row());
            if ((isWhole ? rate.Interval.High : rate.Interval.Low) > situation.Bound)
                problems.Add($"{rate.Key}: {rate.Wrong} of {rate.Runs} verdicts are wrong, more than "
                    + $"{FormattableString.Invariant($"{100 * situation.Bound:0} %")}");
            if (!rows.TryGetValue(rate.Key, out string? row))
                problems.Add($"{rate.Key}: the document has no such row");
            else if (isWhole && row != rate.Row())
                problems.Add($"{rate.Key}: the document has {row}");
        }
    }

    problems.AddRange(
        from detection in detections
        where !rows.ContainsKey(detection.Key)
        select $"{detection.Key}: the document has no such row");
    foreach (Rerun rerun in reruns)
    {
        Proportion reported = rerun.Reported(rerun.QuickRuns);
        Console.WriteLine(rerun.Row(reported));
        if (rerun.IsWrong(reported))
            problems.Add($"{rerun.Key}: {reported.Successes} of {reported.Count} pairs, more or fewer than are allowed");
        if (!rows.ContainsKey(rerun.Key))
            problems.Add($"{rerun.Key}: the document has no such row");
    }

    Proportion[] held = [.. populations.Select(population => AnswerCoverage.Of(population, AnswerCoverage.QuickRuns))];
    var all = Proportion.Of(held.Sum(one => one.Successes), held.Sum(one => one.Count));
    Console.WriteLine(FormattableString.Invariant($"ask: {all.Successes} of {all.Count} intervals of 90 % hold the score on fresh rows"));
    if (all.Interval.High < AnswerCoverage.Least)
        problems.Add($"ask: only {all.Successes} of {all.Count} intervals hold the score on fresh rows");
    problems.AddRange(
        from population in populations
        where !rows.ContainsKey(AnswerCoverage.Key(population))
        select $"{AnswerCoverage.Key(population)}: the document has no such row");

    foreach (string problem in problems)
        Console.Error.WriteLine(problem);
    return problems.Count == 0 ? 0 : 1;
}

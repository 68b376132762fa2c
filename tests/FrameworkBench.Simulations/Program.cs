using System.Diagnostics;
using FrameworkBench.Simulations;
using FrameworkBench.Statistics;

// How often each kind of claim gives a wrong verdict and what it can see, and how often 'diff' gives a false alarm:
//   dotnet run --project tests/FrameworkBench.Simulations -c Release -- [--only WORDS] [--runs N] [--write docs/statistics.md]
//   dotnet run --project tests/FrameworkBench.Simulations -c Release -- --quick docs/statistics.md
string? Option(string name) => Array.IndexOf(args, name) is >= 0 and int place && place + 1 < args.Length ? args[place + 1] : null;

Situation[] situations = [.. TrialSituations.All, .. TableSituations.All, .. LedgerSituations.All];
Detection[] detections = [.. TrialSituations.Detections, .. TableSituations.Detections];
IReadOnlyList<Rerun> reruns = RerunSituations.Pairs;
return Option("--quick") is { } document ? Quick(File.ReadAllText(document)) : Whole();

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
        Add(() => [(rerun.Key, rerun.Row(rerun.Told(runs ?? rerun.Runs)))]);
    if (write is not null)
    {
        string[] rates = [.. situations.SelectMany(situation => situation.Keys)],
        powers = [.. detections.Select(detection => detection.Key)], pairs = [.. reruns.Select(rerun => rerun.Key)];
        File.WriteAllText(write, RateSection.Replace(File.ReadAllText(write), (rates, powers, pairs), made));
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
        Proportion told = rerun.Told(rerun.QuickRuns);
        Console.WriteLine(rerun.Row(told));
        if (rerun.IsWrong(told))
            problems.Add($"{rerun.Key}: {told.Successes} of {told.Count} pairs, more or fewer than are allowed");
        if (!rows.ContainsKey(rerun.Key))
            problems.Add($"{rerun.Key}: the document has no such row");
    }

    foreach (string problem in problems)
        Console.Error.WriteLine(problem);
    return problems.Count == 0 ? 0 : 1;
}

using FrameworkBench.Experiments;
using FrameworkBench.Experiments.Claims;
using FrameworkBench.Wording;

namespace FrameworkBench.Claims.Tables;

/// <summary>Puts the claims across tables of one experiment to the test by the trials of one engine, or of several together.</summary>
internal static class TablesJudge
{
    /// <summary>Judges claims, those of one kind together.</summary>
    /// <param name="experiment">The experiment.</param>
    /// <param name="claims">Claims across tables.</param>
    /// <param name="trialsOf">The trials that a claim is judged by; those of several engines are averaged.</param>
    /// <returns>What was found, by the claim's name.</returns>
    public static IReadOnlyDictionary<string, Finding> Judge(
        Experiment experiment, IEnumerable<ClaimSpec> claims, Func<ClaimSpec, IEnumerable<TrialEvidence>> trialsOf)
    {
        var findings = new Dictionary<string, Finding>(StringComparer.Ordinal);
        foreach (var kind in claims.GroupBy(claim => claim.Kind))
        {
            var evidence = new List<TablesEvidence>();
            foreach (ClaimSpec claim in kind)
            {
                if (Gather(
                    experiment, claim, trialsOf(claim).Where(trial => ClaimJudge.Concerns(claim, trial)),
                    out TablesEvidence? gathered) is { } reason)
                    findings[claim.Id] = Finding.NotJudged(reason);
                else
                    evidence.Add(gathered!);
            }

            foreach ((TablesEvidence judged, Finding finding) in evidence.Zip(ClaimKinds.FindAcrossTables(kind.Key)!.Judge(evidence)))
                findings[judged.Claim.Id] = finding;
        }

        return findings;
    }

    // An engine's table on which some trial could not be run at all is no evidence; one on which trials failed is, as far as it has
    // figures.
    private static string? Gather(Experiment experiment, ClaimSpec claim, IEnumerable<TrialEvidence> trials, out TablesEvidence? evidence)
    {
        evidence = null;
        var tables = trials.GroupBy(trial => (trial.Table.Dataset, trial.Engine))
            .Select(table => (Trials: table.ToList(), Reason: WhyNotRun(experiment, claim, [.. table])))
            .ToList();
        if (tables.Count == 0)
            return "no trials were planned";
        if (tables.TrueForAll(table => table.Reason is not null))
            return tables[0].Reason;

        var figures = TableFigure.Of(claim, [.. tables.Where(table => table.Reason is null).SelectMany(table => table.Trials)]);
        List<TableFigure> own = Within(figures, claim.Tables),
        other = claim.AgainstTables is null ? [] : Within(figures, claim.AgainstTables);
        if (own.Count == 0 || (claim.AgainstTables is not null && other.Count == 0))
            return $"no {SliceWords.Of((own.Count == 0 ? claim.Tables : claim.AgainstTables) ?? new TableSlice())} with "
                + $"{MetricWords.Title(claim.Metric)} of "
                + string.Join(
                    " and ",
                    new[] { claim.Model, claim.Against }.OfType<string>().Select(model => ModelTitle.Of(experiment, model).Quoted()))
                + (claim.MarginShare is null
                    ? "" : $" and a way of {Figures.Number(ScoreWay.Least)} from the constant model to the best one");

        int meant = tables.GroupBy(table => table.Trials[0].Table.Dataset)
            .Select(table => TableTraits.Of([.. table.SelectMany(engine => engine.Trials)])).Count(traits => IsMeant(claim, traits));
        evidence = new TablesEvidence(claim, own, other, meant - own.Count - other.Count)
        {
            ModelTitle = ModelTitle.Of(experiment, claim.Model),
            AgainstTitle = claim.Against is null ? "" : ModelTitle.Of(experiment, claim.Against),
        };
        return null;
    }

    private static List<TableFigure> Within(IReadOnlyList<TableFigure> figures, TableSlice? slice) =>
        [.. figures.Where(figure => figure.Traits.LiesIn(slice))];

    private static bool IsMeant(ClaimSpec claim, TableTraits traits) =>
        traits.LiesIn(claim.Tables) || (claim.AgainstTables is not null && traits.LiesIn(claim.AgainstTables));

    private static string? WhyNotRun(Experiment experiment, ClaimSpec claim, List<TrialEvidence> table) =>
        ClaimJudge.WhyNotRun([.. table.Where(trial => trial.Model.Name == claim.Model)])
        ?? (claim.Against is { } against && ClaimJudge.WhyNotRun([.. table.Where(trial => trial.Model.Name == against)]) is { } reason
            ? $"{ModelTitle.Of(experiment, against).Quoted()}: {reason}" : null);
}

using FrameworkBench.Experiments.Claims;
using FrameworkBench.Statistics.Hierarchical;
using FrameworkBench.Wording;

namespace FrameworkBench.Claims.Tables;

/// <summary>All that a claim across tables is judged by, by one engine.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Tables">One number a table that it is about, at least one.</param>
/// <param name="AgainstTables">One number a table that those are compared with; empty when the claim compares none.</param>
/// <param name="LeftOut">Tables that it is about and that have no number, since their trials failed or were not run.</param>
public sealed record TablesEvidence(
    ClaimSpec Claim, IReadOnlyList<TableFigure> Tables, IReadOnlyList<TableFigure> AgainstTables, int LeftOut = 0)
{
    /// <summary>The numbers of the tables.</summary>
    public IReadOnlyList<double> Figures { get; } = [.. Tables.Select(table => table.Figure)];

    /// <summary>The numbers of the tables that those are compared with.</summary>
    public IReadOnlyList<double> AgainstFigures { get; } = [.. AgainstTables.Select(table => table.Figure)];

    /// <summary>The numbers of the tables with their uncertainties.</summary>
    internal IReadOnlyList<TableLead> Leads =>
        [.. Tables.Select(table => new TableLead(table.Figure, table.StandardError, table.DegreesOfFreedom))];

    /// <summary>What the claim's model is called in sentences.</summary>
    public string ModelTitle { get; init; } = Claim.Model;

    /// <summary>What the model that it is compared with is called; empty when there is none.</summary>
    public string AgainstTitle { get; init; } = Claim.Against ?? "";

    /// <summary>The metric with its direction where a lead in it means less of it: "score", "overfit (less is better)".</summary>
    internal string Metric => MetricWords.Directed(Claim.Metric);

    /// <summary>Says a lead.</summary>
    internal LeadSentence LeadSentence => new(ModelTitle.Quoted(), AgainstTitle.Quoted(), Claim.Metric);

    /// <summary>"over 31 tables", or "over 1 table".</summary>
    internal string Over => $"over {Counting.Of(Tables.Count, "table")}";

    /// <summary>What the evidence says of failures, and of tables too few to decide; nothing when all is well.</summary>
    internal string Remark
    {
        get
        {
            int incomplete = Tables.Concat(AgainstTables).Sum(table => table.Incomplete);
            string what = Claim.Against is null ? "trial" : "pair";
            string why = Claim.MarginShare is null
                ? "a figure is missing" : $"a figure is missing or the way is below {Wording.Figures.Number(ScoreWay.Least)}";
            return (LeftOut > 0 ? $"; {Counting.Of(LeftOut, "table")} left out because {why}" : "")
                + (incomplete > 0 ? $"; {Counting.Of(incomplete, what)} incomplete" : "")
                + (LeastTables.AreEnough(this) ? "" : $"; a verdict needs at least {Counting.Of(LeastTables.For(Claim), "table")}");
        }
    }

    /// <summary>The ruling if there are enough tables, else that nothing is decided.</summary>
    internal Ruling Decide(Ruling ruling) => LeastTables.AreEnough(this) ? ruling : Ruling.Inconclusive;
}

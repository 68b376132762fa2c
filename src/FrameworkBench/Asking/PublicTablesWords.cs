using FrameworkBench.Claims;
using FrameworkBench.Claims.Tables;
using FrameworkBench.Results.Suite;
using FrameworkBench.Wording;

namespace FrameworkBench.Asking;

/// <summary>What the leads on public tables say about the user's.</summary>
internal static class PublicTablesWords
{
    // On fewer tables no rule is worth a sentence.
    private const int FewestTables = 10;

    private static readonly PairSides Sides = new("trees", "networks");

    /// <summary>The rule that the public tables give, how often it errs, and which family it names here; null without tables.</summary>
    /// <param name="answer">The answer on the user's table.</param>
    /// <param name="facts">What the user's table is like, all of its rows.</param>
    /// <param name="bestScore">The best model's mean accuracy or R² on it.</param>
    public static string? Of(FamilyAnswer answer, TableFacts facts, double bestScore)
    {
        bool searched = answer.Models.Any(model => AskedModels.TunedModels.Contains(model.Name));
        var here = new LedTable(new TableTraits(facts, IsSmooth(answer)), bestScore, answer.Lead.Difference);
        return Of(PublicTables.Compared(searched), here);
    }

    /// <summary>The same of any tables.</summary>
    internal static string? Of(IReadOnlyList<LedTable> tables, LedTable here)
    {
        if (tables.Count < FewestTables)
            return null;
        var rule = FamilyRule.Of(tables);
        int fewest = tables.Min(table => table.Traits.Rows), most = tables.Max(table => table.Traits.Rows), rows = here.Traits.Rows;
        string compared = $"On {tables.Count} public tables of {Figures.Whole(fewest)} to {Figures.Whole(most)} rows";
        if (rule.Question is { } question && rule.Helps)
        {
            return $"{compared}, one question tells best which family leads: {SuiteWords.Of(rule, question, Sides)}. "
                + $"It errs on {Figures.Number(rule.Errors)} of {tables.Count} tables that it was not made from"
                + (rows < fewest || rows > most ? $"; this table has {Figures.Whole(rows)} rows, outside their range."
                    : $", and says {Name(rule.SideOn(here))} here.");
        }

        int leader = tables.Sum(table => table.Side) >= 0 ? 1 : -1;
        return $"{compared}, {Name(leader)} led on {tables.Count(table => table.Side == leader)}, each family by its strongest model; no "
            + "property of a table predicts better which one leads.";
    }

    // As for the public tables: smooth where a linear model comes at least nine tenths of the way from guessing to the best model.
    private static bool? IsSmooth(FamilyAnswer answer) =>
        answer is { OverConstant.Difference: var constant, OverLinear.Difference: var linear }
            ? constant - linear >= TableTraits.SmoothShare * constant : null;

    private static string Name(int side) => side > 0 ? Sides.First : Sides.Second;
}

namespace FrameworkBench.Results.Suite;

/// <summary>
/// A rule with one question about a table that says which side of a comparison will lead on it, and how often it errs on a table that it
/// was not made from.
/// </summary>
/// <param name="Question">What is asked.</param>
/// <param name="Below">Which side leads where the answer lies below the threshold: 1 the first, −1 the second.</param>
/// <param name="Above">Which side leads elsewhere; the same as below for a rule that asks nothing.</param>
/// <param name="Errors">On how many left-out tables a rule made from the others errs; equal sides are half an error.</param>
/// <param name="ErrorsOfMajority">On how many it errs to name the side that leads on most of them all.</param>
/// <param name="Tables">How many tables there are.</param>
internal sealed record FamilyRule(
    FamilyRule.Threshold? Question, int Below, int Above, double Errors, double ErrorsOfMajority, int Tables)
{
    private static readonly Trait[] Traits =
    [
        new("rows", table => table.Traits.Rows),
        new("input columns", table => table.Traits.Table.Columns),
        new("with categories", table => table.Traits.Table.IsMixed ? 1 : 0),
        new("regression", table => table.Traits.Table.IsClassification ? 0 : 1),
        new("smooth", table => table.Traits.IsSmooth is bool smooth ? (smooth ? 1 : 0) : double.NaN),
        new("best score", table => table.BestScore),
    ];

    /// <summary>Whether it asks something that helps on tables that it was not made from.</summary>
    internal bool Helps => Question is not null && Errors < ErrorsOfMajority;

    /// <summary>Which side the rule names for a table: 1 the first, −1 the second.</summary>
    internal int SideOn(LedTable table) => new Candidate(Question, Below, Above).Predict(table);

    /// <summary>The rule of a comparison on at least three tables.</summary>
    internal static FamilyRule Of(IReadOnlyList<LedTable> tables)
    {
        double errors = 0;
        for (int left = 0; left < tables.Count; left++)
        {
            LedTable[] others = [.. tables.Where((_, table) => table != left)];
            errors += Error(Best(others).Predict(tables[left]), tables[left]);
        }

        Candidate best = Best(tables);
        int majority = Majority(tables);
        return new FamilyRule(
            best.Question, best.Below, best.Above, errors, tables.Sum(table => Error(majority, table)), tables.Count);
    }

    private static Candidate Best(IReadOnlyList<LedTable> tables)
    {
        int majority = Majority(tables);
        IEnumerable<Candidate> candidates =
            from trait in Traits
            let values = tables.Select(trait.Read).Where(double.IsFinite).Distinct().Order().ToArray()
            from threshold in values.Zip(values.Skip(1), (low, high) => (low + high) / 2)
            from side in new[] { 1, -1 }
            select new Candidate(new Threshold(trait.Name, threshold, trait.Read), side, -side);

        // Of equal ones the first: a rule that asks must be better than one that does not.
        return candidates.Prepend(new Candidate(null, majority, majority))
            .MinBy(candidate => tables.Sum(table => Error(candidate.Predict(table), table)))!;
    }

    private static int Majority(IEnumerable<LedTable> tables) => tables.Sum(table => table.Side) >= 0 ? 1 : -1;

    private static double Error(int predicted, LedTable table) => table.Side switch
    {
        0 => 0.5,
        var side => side == predicted ? 0 : 1,
    };

    /// <summary>A threshold on a trait of tables.</summary>
    /// <param name="Trait">The trait, in words.</param>
    /// <param name="Value">The threshold.</param>
    /// <param name="Read">Reads the trait of a table; NaN when it is unknown.</param>
    internal sealed record Threshold(string Trait, double Value, Func<LedTable, double> Read)
    {
        /// <summary>Whether the trait is one that a table has or has not.</summary>
        internal bool IsYesOrNo => Value == 0.5;

        /// <summary>Whether a table's trait is not below the threshold; an unknown one counts as not below it.</summary>
        internal bool IsAbove(LedTable table) => !(Read(table) < Value);
    }

    private sealed record Trait(string Name, Func<LedTable, double> Read);

    private sealed record Candidate(Threshold? Question, int Below, int Above)
    {
        public int Predict(LedTable table) => Question?.IsAbove(table) == true ? Above : Below;
    }
}

using FrameworkBench.Statistics;
using FrameworkBench.Wording;

namespace FrameworkBench.Results.Suite;

/// <summary>The rule by which the interval of a paired difference becomes a word.</summary>
internal static class TableVerdicts
{
    /// <summary>Half the width of the region in which two scores are practically equal.</summary>
    internal const double Equivalence = 0.01;

    /// <summary>The verdict that an interval gives.</summary>
    internal static TableVerdict Of(MeanDifference lead) => lead.Interval switch
    {
        { IsBounded: false } => TableVerdict.Undecided,
        { Low: > 0 } => TableVerdict.First,
        { High: < 0 } => TableVerdict.Second,
        { Low: >= -Equivalence, High: <= Equivalence } => TableVerdict.Equal,
        _ => TableVerdict.Undecided,
    };

    /// <summary>The verdict in a word.</summary>
    internal static string Word(TableVerdict verdict, PairSides sides) => verdict switch
    {
        TableVerdict.First => sides.First,
        TableVerdict.Second => sides.Second,
        TableVerdict.Equal => $"equal within {Figures.Number(Equivalence)}",
        _ => "undecided",
    };
}

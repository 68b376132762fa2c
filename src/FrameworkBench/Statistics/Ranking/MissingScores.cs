namespace FrameworkBench.Statistics.Ranking;

/// <summary>What ranking does with a score that is NaN because the trial failed.</summary>
public enum MissingScores
{
    /// <summary>It is an error.</summary>
    Refuse,

    /// <summary>The whole data set is left out: complete cases only.</summary>
    DropDataSet,

    /// <summary>The model shares the last ranks of that data set: failures are imputed as worst.</summary>
    RankLast,
}

namespace FrameworkBench.Experiments.Claims;

/// <summary>A question about the leads on many tables. The three have different answers.</summary>
public enum TablesQuestion
{
    /// <summary>Is the mean lead over tables beyond the margin?</summary>
    Mean,

    /// <summary>Will the lead on one more such table be beyond the margin?</summary>
    NextTable,

    /// <summary>Is the lead beyond the margin on at least a share of such tables?</summary>
    Share,
}

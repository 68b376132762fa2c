namespace FrameworkBench.Scratch.Networks.Training;

/// <summary>How training went.</summary>
/// <param name="Stopped">Why it ended.</param>
/// <param name="History">One report an epoch. An epoch whose loss was not finite ends training and has none.</param>
/// <param name="BestEpoch">The epoch, from 0, with the best of what was watched; null when nothing was.</param>
public sealed record TrainingResult(Stopped Stopped, IReadOnlyList<EpochReport> History, int? BestEpoch)
{
    /// <summary>Epochs that were run to their end.</summary>
    public int Epochs => History.Count;
}

namespace FrameworkBench.Scratch.Networks.Training;

/// <summary>When training stops early.</summary>
/// <param name="Watch">What has to get better.</param>
/// <param name="Patience">How many epochs without getting better are borne, at least 0.</param>
/// <param name="MinDelta">By how much it has to get better, at least 0.</param>
/// <param name="RestoreBest">Whether the parameters of the best epoch are put back at the end, however it ends.</param>
/// <param name="Rule">How epochs without getting better are counted.</param>
public sealed record EarlyStopping(
    Watch Watch,
    int Patience,
    double MinDelta = 0,
    bool RestoreBest = true,
    StoppingRule Rule = StoppingRule.Keras);

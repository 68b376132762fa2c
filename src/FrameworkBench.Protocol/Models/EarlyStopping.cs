namespace FrameworkBench.Protocol.Models;

/// <summary>Stops training when what is watched no longer betters its reference by more than <see cref="MinDelta"/>.</summary>
public sealed record EarlyStopping
{
    /// <summary>What is watched.</summary>
    public Watch Watch { get; init; } = Watch.ValidationLoss;

    /// <summary>Epochs in a row that may pass without improvement; see <see cref="Rule"/> for the exact count.</summary>
    public int Patience { get; init; } = 10;

    /// <summary>The least improvement that counts.</summary>
    public double MinDelta { get; init; }

    /// <summary>Whether the weights of the best epoch are put back at the end.</summary>
    public bool RestoreBest { get; init; } = true;

    /// <summary>How improvement is counted.</summary>
    public StoppingRule Rule { get; init; } = StoppingRule.Keras;
}

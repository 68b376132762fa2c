namespace FrameworkBench.Statistics;

/// <summary>
/// The training loss to which the epochs of several trainers of one model are counted, as MLPerf counts the time to a quality
/// (Mattson et al. 2020). No trainer is preferred: each counts alike, by its median curve.
/// </summary>
/// <param name="First">The median over trainers of the loss of the first epoch of their median trial.</param>
/// <param name="Lowest">Likewise the lowest loss of any epoch.</param>
/// <param name="Value">
/// The target, nine tenths of the way from the first to the lowest loss on a logarithmic scale: first^0.1 · lowest^0.9.
/// </param>
public sealed record LossTarget(double First, double Lowest, double Value)
{
    /// <summary>The part of the way, on a logarithmic scale.</summary>
    public const double Way = 0.9;

    /// <summary>
    /// The least part of the first loss by which the lowest must lie below it: less is noise around a model that does not learn.
    /// </summary>
    public const double LeastFall = 0.1;

    /// <summary>Fixes the target of one model.</summary>
    /// <param name="trainers">
    /// The curves of each trainer: by trial, then by epoch, the training loss. Trials without a finite loss are left out, and so
    /// are trainers without such a trial.
    /// </param>
    /// <returns>The target; null when no trainer has a curve, or when the loss falls by less than a tenth or to 0.</returns>
    public static LossTarget? Of(IEnumerable<IEnumerable<IReadOnlyList<double>>> trainers)
    {
        ArgumentNullException.ThrowIfNull(trainers);
        double[][][] curves = trainers
            .Select(trials => trials.Select(losses => losses.Where(double.IsFinite).ToArray()).Where(losses => losses.Length > 0).ToArray())
            .Where(trials => trials.Length > 0)
            .ToArray();
        if (curves.Length == 0)
            return null;
        double first = OfMedians(losses => losses[0]), lowest = OfMedians(losses => losses.Min());
        return lowest > 0 && lowest <= (1 - LeastFall) * first
            ? new LossTarget(first, lowest, Math.Exp(((1 - Way) * Math.Log(first)) + (Way * Math.Log(lowest))))
            : null;

        double OfMedians(Func<double[], double> read) =>
            Quantiles.Median([.. curves.Select(trials => Quantiles.Median([.. trials.Select(read)]))]);
    }

    /// <summary>The epochs that a curve needs to the target: up to the first whose loss is at or below it.</summary>
    /// <param name="losses">The training loss by epoch.</param>
    /// <returns>Epochs, from 1; null when the curve never gets there.</returns>
    public int? Epochs(IReadOnlyList<double> losses)
    {
        ArgumentNullException.ThrowIfNull(losses);
        for (int epoch = 0; epoch < losses.Count; epoch++)
        {
            if (losses[epoch] <= Value)
                return epoch + 1;
        }

        return null;
    }
}

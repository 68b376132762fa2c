using FrameworkBench.Trials;

namespace FrameworkBench.Asking;

/// <summary>What fits cost on a few rows, and what they will on more.</summary>
/// <param name="rows">Rows that the fits learned from.</param>
/// <param name="epochs">Epochs of the strong network among them.</param>
/// <param name="seconds">Seconds of a fit, by model.</param>
public sealed class PilotCosts(int rows, int epochs, IReadOnlyDictionary<string, double> seconds)
{
    /// <summary>Rows of the table that a pilot is fitted on, at most.</summary>
    public const int PilotRows = 600;

    /// <summary>Epochs of the strong network in the pilot.</summary>
    public const int PilotEpochs = 8;

    private const int FewestRows = 1_000;
    private const double Step = 0.85;
    private const int BagParts = 5;

    // Shares of the time that the default models and the strong models may take; what is left is for leaks and repeats.
    private const double ShareOfDefaults = 0.3;
    private const double ShareOfStrong = 0.55;

    // Shares of the time that is left for the strong models once.
    private const double ShareOfBags = 0.6;
    private const double ShareOfLeft = 0.8;
    private const int FewestEpochs = 16;

    // A file, a message and a process a fit.
    private const double Overhead = 0.05;

    // How the time of a fit grows with rows: histograms have costs of their own, and deeper trees take longer.
    private static readonly Dictionary<string, double> Growth = new(StringComparer.Ordinal)
    {
        ["forest"] = 1.15,
        ["boosted"] = 0.6,
        ["boosted-strong"] = 0.8,
    };

    /// <summary>The costs that a pilot shows.</summary>
    /// <param name="pilot">Its trials.</param>
    /// <param name="outcomes">What they gave.</param>
    public static PilotCosts Of(IReadOnlyList<PlannedTrial> pilot, Outcomes outcomes)
    {
        ArgumentNullException.ThrowIfNull(pilot);
        ArgumentNullException.ThrowIfNull(outcomes);
        return new PilotCosts(
            pilot[0].Input.TrainingRows, PilotEpochs,
            pilot.GroupBy(planned => planned.Trial.Model.Name)
                .ToDictionary(
                    model => model.Key,
                    model => model.Select(outcomes.Find).OfType<Outcome>().Select(outcome => outcome.FitSeconds + outcome.PredictSeconds)
                        .DefaultIfEmpty(double.PositiveInfinity).Min()));
    }

    /// <summary>Models in the order of their costs, the cheapest first, so that as many as possible are finished in a short time.</summary>
    public IReadOnlyList<string> CheapestFirst(IReadOnlyList<string> models) =>
        [.. models.OrderBy(model => seconds.GetValueOrDefault(model))];

    /// <summary>Seconds of one core that a repeat of all folds takes for some models, on some rows of the table.</summary>
    public double OfRepeat(IReadOnlyList<string> models, int tableRows)
    {
        int training = tableRows * (AskedExperiment.Folds - 1) / AskedExperiment.Folds;
        return AskedExperiment.Folds * models.Sum(model => Overhead + (seconds.GetValueOrDefault(model)
            * Math.Pow((double)training / rows, Growth.GetValueOrDefault(model, 1))
            * (model == AskedExperiment.RealMlp ? (double)AskedExperiment.EpochsFor(training) / epochs : 1)));
    }

    /// <summary>The most rows on which a repeat of all models fits into the time; at least 1,000, or all of a smaller table.</summary>
    /// <param name="tableRows">Rows of the table.</param>
    /// <param name="coreSeconds">Seconds of one core that there are.</param>
    public int RowsFor(int tableRows, double coreSeconds)
    {
        int fitting = tableRows;
        while (fitting > FewestRows && !Fits(fitting, coreSeconds))
            fitting = Math.Max(FewestRows, (int)(fitting * Step));
        return fitting < tableRows && fitting > FewestRows ? fitting / 100 * 100 : fitting;
    }

    /// <summary>How the strong models can be fitted in some time.</summary>
    /// <param name="tableRows">Rows of the table.</param>
    /// <param name="coreSeconds">Seconds of one core that there are.</param>
    /// <returns>Whether each can be the mean of five fits, and the epochs of the network where the usual ones take too long.</returns>
    public (bool IsBagged, int? Epochs) StrongFor(int tableRows, double coreSeconds)
    {
        double once = OfRepeat(AskedExperiment.StrongModels, tableRows);
        if (BagParts * once <= ShareOfBags * coreSeconds)
            return (true, null);
        int usual = AskedExperiment.EpochsFor(tableRows * (AskedExperiment.Folds - 1) / AskedExperiment.Folds);
        double share = ShareOfLeft * coreSeconds / once;
        return (false, share >= 1 ? null : Math.Clamp((int)(usual * share), Math.Min(usual, FewestEpochs), usual));
    }

    private bool Fits(int tableRows, double coreSeconds) =>
        OfRepeat(AskedExperiment.Defaults, tableRows) <= ShareOfDefaults * coreSeconds
        && OfRepeat(AskedExperiment.StrongModels, tableRows) <= ShareOfStrong * coreSeconds;
}

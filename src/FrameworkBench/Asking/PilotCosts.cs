using FrameworkBench.Protocol.Models.Tabular;
using FrameworkBench.Trials;

namespace FrameworkBench.Asking;

/// <summary>
/// What fits cost on samples of a table, each four times as large as the one before, and what they will cost on more rows. The smallest
/// sample shows little but how long a process takes to compile what it runs for the first time; the next ones show how the time grows.
/// </summary>
/// <param name="epochs">Epochs of the strong network in each fit.</param>
/// <param name="fits">Of each model that was fitted: training rows and seconds of its fits.</param>
public sealed class PilotCosts(int epochs, IReadOnlyDictionary<string, IReadOnlyList<(int Rows, double Seconds)>> fits)
{
    /// <summary>Epochs of the strong network in the pilot.</summary>
    public const int PilotEpochs = 8;

    /// <summary>
    /// Epochs of its last fits where there is one sample. A process compiles what it runs for the first time, which would be most of a
    /// fit of fewer epochs, so that each would look several times as slow as it is.
    /// </summary>
    public const int MoreEpochs = 32;

    private const int SmallestSample = 600;
    private const int SampleGrowth = 4;
    private const int RowsForASecond = 40;

    private const int FewestRows = 1_000;
    private const double Step = 0.85;
    private const int BagParts = 5;

    // Shares of the time that the default models and the strong models may take; what is left is for leaks, later rows and repeats.
    private const double ShareOfDefaults = 0.3;
    private const double ShareOfStrong = 0.55;

    // Shares of the time that is left for the strong models once.
    private const double ShareOfBags = 0.6;
    private const double ShareOfLeft = 0.8;

    // A network that stops half-way is another model, and a weak one: its rate falls to zero at the last epoch only.
    private const double LeastShareOfEpochs = 0.5;

    // A file, a message and a process a fit.
    private const double Overhead = 0.05;

    // How much faster or slower than its rows the time of a fit may grow: it has costs of its own, and deeper trees take longer.
    private const double LeastGrowth = 0.3;
    private const double MostGrowth = 1.2;

    private readonly Dictionary<string, Func<int, double>> seconds =
        fits.ToDictionary(model => model.Key, model => Line(model.Value), StringComparer.Ordinal);

    /// <summary>The costs that a pilot shows; a model that never finished costs more than there is.</summary>
    /// <param name="pilot">Its trials.</param>
    /// <param name="outcomes">What they gave.</param>
    public static PilotCosts Of(IReadOnlyList<PlannedTrial> pilot, Outcomes outcomes)
    {
        ArgumentNullException.ThrowIfNull(pilot);
        ArgumentNullException.ThrowIfNull(outcomes);
        return new PilotCosts(
            PilotEpochs,
            pilot.GroupBy(planned => planned.Trial.Model.Name).ToDictionary(
                model => model.Key,
                IReadOnlyList<(int, double)> (model) =>
                [
                    .. from planned in model
                       let outcome = outcomes.Find(planned)
                       where outcome is not null
                       select (planned.Input.TrainingRows, (outcome.FitSeconds + outcome.PredictSeconds) * ShareOf(planned)),
                ]));

        // Of a network with more epochs, what as many as the others have would take.
        static double ShareOf(PlannedTrial planned) => planned.Model is RealMlpSpec network ? (double)PilotEpochs / network.Epochs : 1;
    }

    /// <summary>Rows of the samples on which a pilot fits, the fewest first; one sample of all rows where there are few.</summary>
    /// <param name="tableRows">Rows of the table.</param>
    /// <param name="limit">The time for the whole answer, of which a pilot is to be a small part.</param>
    public static IReadOnlyList<int> SamplesOf(int tableRows, TimeSpan limit)
    {
        double most = Math.Min(tableRows / 2, RowsForASecond * limit.TotalSeconds);
        var samples = new List<int> { Math.Min(tableRows, SmallestSample) };
        while (samples[^1] * SampleGrowth <= most)
            samples.Add(samples[^1] * SampleGrowth);
        return samples;
    }

    /// <summary>Models in the order of their costs, the cheapest first, so that as many as possible are finished in a short time.</summary>
    public IReadOnlyList<string> CheapestFirst(IReadOnlyList<string> models) =>
        [.. models.OrderBy(model => OfFit(model, SmallestSample))];

    /// <summary>Seconds of one core that a repeat of all folds takes for some models, on some rows of the table.</summary>
    /// <param name="models">The models' names.</param>
    /// <param name="tableRows">The rows.</param>
    /// <param name="folds">The folds.</param>
    public double OfRepeat(IReadOnlyList<string> models, int tableRows, int folds)
    {
        int training = TrainingRows(tableRows, folds);
        return folds * models.Sum(model => Overhead + (OfFit(model, training)
            * (model == AskedModels.RealMlp ? (double)AskedExperiment.EpochsFor(training) / epochs : 1)));
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
    /// <param name="folds">Folds of a repeat.</param>
    /// <param name="coreSeconds">Seconds of one core that there are.</param>
    /// <returns>
    /// Whether each can be the mean of five fits, and the epochs of the network where the usual ones take too long; null where not even
    /// half of these fit.
    /// </returns>
    public (bool IsBagged, int? Epochs)? StrongFor(int tableRows, int folds, double coreSeconds)
    {
        double once = OfRepeat(AskedModels.StrongModels, tableRows, folds);
        if (BagParts * once <= ShareOfBags * coreSeconds)
            return (true, null);
        int usual = AskedExperiment.EpochsFor(TrainingRows(tableRows, folds));
        double share = ShareOfLeft * coreSeconds / once;
        return share < LeastShareOfEpochs ? null : (false, share >= 1 ? null : (int)(usual * share));
    }

    private static int TrainingRows(int tableRows, int folds) => tableRows * (folds - 1) / folds;

    // Through the fastest fits on the two largest samples, since a process is slow at first and a machine has other things to do.
    private static Func<int, double> Line(IReadOnlyList<(int Rows, double Seconds)> fits)
    {
        (int Rows, double Seconds)[] fastest =
            [.. fits.GroupBy(fit => fit.Rows).OrderByDescending(size => size.Key).Select(size => size.MinBy(fit => fit.Seconds)).Take(2)];
        if (fastest is not [(int rows, double seconds), .. (int Rows, double Seconds)[] smaller])
            return _ => double.PositiveInfinity;
        double proportional = seconds / rows;
        double slope = smaller is [(int fewer, double less)]
            ? Math.Clamp((seconds - less) / (rows - fewer), LeastGrowth * proportional, MostGrowth * proportional)
            : proportional;
        return wanted => wanted < rows ? proportional * wanted : seconds + (slope * (wanted - rows));
    }

    private double OfFit(string model, int rows) => seconds.TryGetValue(model, out Func<int, double>? cost) ? cost(rows) : 0;

    private bool Fits(int tableRows, double coreSeconds) =>
        OfRepeat(AskedModels.Defaults, tableRows, AskedExperiment.FewestFolds) <= ShareOfDefaults * coreSeconds
        && OfRepeat(AskedModels.StrongModels, tableRows, AskedExperiment.FewestFolds) <= ShareOfStrong * coreSeconds;
}

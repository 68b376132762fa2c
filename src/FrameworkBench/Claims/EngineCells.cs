namespace FrameworkBench.Claims;

/// <summary>
/// Figures of several engines averaged over the engines, one a split and seed. Engines share rows and often seeds, so that their trials are
/// no independent ones: what one split and seed gave counts once, as the mean of the engines, and each engine counts alike.
/// </summary>
/// <typeparam name="T">What an engine has of a split and seed.</typeparam>
/// <param name="Cells">The splits and seeds that every engine has, in the order of the trials, with what each engine has of them.</param>
/// <param name="Engines">The number of engines.</param>
internal sealed record EngineCells<T>(IReadOnlyList<(int Split, T[] Engines)> Cells, int Engines)
{
    /// <summary>The number of splits.</summary>
    public int Splits => Cells.Select(cell => cell.Split).Distinct().Count();

    /// <summary>Brings the trials of one split and seed together.</summary>
    /// <param name="trials">The trials that have what is averaged, at most one an engine, split and seed.</param>
    /// <param name="place">Where a trial stands.</param>
    public static EngineCells<T> Of(IReadOnlyList<T> trials, Func<T, (string Engine, int Split, long Seed)> place)
    {
        int engines = trials.Select(trial => place(trial).Engine).Distinct().Count();
        var cells = trials.GroupBy(trial => (place(trial).Split, place(trial).Seed)).Where(cell => cell.Count() == engines).ToList();
        return new EngineCells<T>([.. cells.Select(cell => (cell.Key.Split, cell.ToArray()))], engines);
    }

    /// <summary>The mean over the engines of every split and seed.</summary>
    public IEnumerable<(int Split, double Value)> Means(Func<T, double> read) =>
        Cells.Select(cell => (cell.Split, cell.Engines.Average(read)));
}

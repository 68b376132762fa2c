using System.Globalization;

namespace FrameworkBench.Simulations;

/// <summary>
/// A run in shards on a cluster that takes processors away now and then. Each task plans the whole run, then fits its shard; what it has
/// finished is kept, and only the trial that was under way is lost with the processor.
/// </summary>
/// <param name="Trials">Trials of the plan.</param>
/// <param name="MeanSeconds">Seconds of a trial on average; they are log-normal with a deviation of 1, as of models of mixed size.</param>
/// <param name="Shards">Tasks of the job array.</param>
/// <param name="Processors">Tasks that the cluster runs at once.</param>
/// <param name="LossesPerDay">How often a day the cluster takes the processor of a task.</param>
internal sealed record ClusterRun(int Trials, double MeanSeconds, int Shards, int Processors, double LossesPerDay)
{
    // Measured, see docs/scaling.md: seconds to start a task, to plan a trial, and for Slurm to run a task again; bytes a trial.
    private const double StartSeconds = 3, PlanSeconds = 3e-5, RequeueSeconds = 120, BytesPerTrial = 350;

    /// <summary>The runs of docs/scaling.md.</summary>
    public static IReadOnlyList<ClusterRun> All { get; } =
    [
        new(100_000, 2, 16, 16, 0),
        new(100_000, 2, 64, 16, 0),
        new(1_000_000, 2, 100, 100, 0),
        new(1_000_000, 2, 400, 100, 0),
        new(1_000_000, 2, 400, 100, 4),
        new(1_000_000, 2, 1_000, 100, 4),
        new(1_000_000, 2, 10_000, 100, 4),
        new(1_000_000, 60, 1_000, 500, 4),
    ];

    /// <summary>The row of the table.</summary>
    public string Row()
    {
        (double seconds, double busy, int starts, double largest) = Simulate(new Random(1));
        double useful = Trials * MeanSeconds;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {Trials:N0} × {MeanSeconds:0} s | {Shards:N0} | {Processors} | {LossesPerDay:0} | {seconds / 3600:0.0} h "
            + $"| {useful / busy:0 %} | {largest:0.00} | {starts * 3600 / seconds:N0} | {Trials * BytesPerTrial / 1e6:N0} MB |");
    }

    private (double Seconds, double Busy, int Starts, double Largest) Simulate(Random random)
    {
        double[] work = new double[Shards];
        for (int trial = 0; trial < Trials; trial++)
            work[random.Next(Shards)] += MeanSeconds * Math.Exp(Normal(random) - 0.5);
        var free = new PriorityQueue<int, double>(Enumerable.Range(0, Processors).Select(processor => (processor, 0.0)));
        double last = 0, busy = 0;
        int starts = 0;
        foreach (double shard in work)
        {
            free.TryDequeue(out int processor, out double begin);
            (double taken, double idle, int tries) = Task(shard, random);
            free.Enqueue(processor, begin + taken);
            last = Math.Max(last, begin + taken);
            busy += taken - idle;
            starts += tries;
        }

        return (last, busy, starts, work.Max() / work.Average());
    }

    // On average half a trial is lost with a processor.
    private (double Seconds, double Idle, int Tries) Task(double work, Random random)
    {
        double seconds = 0, idle = 0;
        for (int tries = 1; ; tries++)
        {
            double overhead = StartSeconds + (Trials * PlanSeconds);
            double until = LossesPerDay == 0 ? double.PositiveInfinity : -Math.Log(1 - random.NextDouble()) * 86_400 / LossesPerDay;
            if (overhead + work <= until)
                return (seconds + overhead + work, idle, tries);
            work -= Math.Max(0, until - overhead - (MeanSeconds / 2));
            seconds += until + RequeueSeconds;
            idle += RequeueSeconds;
        }
    }

    // Box and Muller (1958).
    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}

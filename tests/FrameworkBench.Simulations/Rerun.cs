using FrameworkBench.Changes.Noise;
using FrameworkBench.Statistics;

namespace FrameworkBench.Simulations;

/// <summary>Two results that <c>diff</c> compares: many models that are only run again, and perhaps one whose accuracy fell.</summary>
/// <param name="World">The results in words.</param>
/// <param name="Models">How many models are only run again.</param>
/// <param name="Worlds">What they are like, in turn.</param>
internal sealed record Rerun(string World, int Models, IReadOnlyList<RerunWorld> Worlds)
{
    private const double Fall = -0.02, MostAlarms = 0.01, LeastFound = 0.95;

    /// <summary>What the model is like whose accuracy fell by 0.02; null when none did.</summary>
    public RerunWorld? Fallen { get; init; }

    /// <summary>Whether the fall must be found in 95 % of the pairs; else the table only says how often it is.</summary>
    public bool MustBeFound { get; init; } = true;

    /// <summary>The pairs of a full pass.</summary>
    public int Runs { get; init; } = 500;

    /// <summary>The pairs of a quick pass.</summary>
    public int QuickRuns { get; init; } = 10;

    /// <summary>What tells its row from others.</summary>
    public string Key => $"`diff` | {World}";

    /// <summary>The share of pairs in which something is reported; where a model fell, that it did.</summary>
    public Proportion Reported(int runs) =>
        Proportion.Of(Enumerable.Range(0, runs).Count(run => IsReported(Situation.Generator(Key, run))), runs);

    /// <summary>Whether a share contradicts what is required.</summary>
    public bool IsWrong(Proportion reported) => Fallen is null
        ? reported.Interval.Low > MostAlarms : MustBeFound && reported.Interval.High < LeastFound;

    /// <summary>The row of the table.</summary>
    public string Row(Proportion reported) => FormattableString.Invariant(
        $"| {Key} | {reported.Count} | {100 * reported.Share:0.0} % ")
        + FormattableString.Invariant($"| {100 * reported.Interval.Low:0.0} % to {100 * reported.Interval.High:0.0} % ")
        + $"| {Verdict(reported)} |";

    private string Verdict(Proportion reported) => Fallen is null
        ? $"at most 1 %: {YesNo(reported.Share <= MostAlarms)}"
        : MustBeFound ? $"at least 95 %: {YesNo(reported.Share >= LeastFound)}" : "–";

    private static string YesNo(bool flag) => flag ? "yes" : "no";

    private bool IsReported(Random random)
    {
        ComparedFigure[] rerun = [.. Enumerable.Range(0, Models).Select(model => Worlds[model % Worlds.Count].Draw(random, model, 0))];
        if (Fallen is null)
            return BeyondNoise.Among(rerun).Count > 0;
        ComparedFigure fallen = Fallen.Draw(random, Models, Fall);
        return BeyondNoise.Among(rerun.Append(fallen)).Any(change => change.Figure == fallen);
    }
}

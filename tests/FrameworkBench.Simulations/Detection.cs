using FrameworkBench.Claims;

namespace FrameworkBench.Simulations;

/// <summary>What a kind of claim can see at the sizes of an experiment.</summary>
/// <param name="Kind">The claim's kind.</param>
/// <param name="Sizes">How many splits and seeds, or tables.</param>
/// <param name="Effect">What the effect is: "lead over the margin".</param>
/// <param name="Judge">One run with an effect.</param>
internal sealed record Detection(string Kind, string Sizes, string Effect, Func<Random, double, Ruling> Judge)
{
    private const double Wanted = 0.8, Largest = 0.6, Accuracy = 0.0005;

    /// <summary>Whether the effect is what exceeds a margin, so that there is an effect of twice the margin.</summary>
    public bool HasMargin { get; init; } = true;

    /// <summary>The runs at each effect.</summary>
    public int Runs { get; init; } = 500;

    /// <summary>What tells its row from others.</summary>
    public string Key => $"`{Kind}` | {Sizes}";

    /// <summary>
    /// The row of the table: the power at an effect of one margin beyond the margin, and the least effect that is seen with 80 %.
    /// </summary>
    public string Row(int runs)
    {
        string power = HasMargin ? FormattableString.Invariant($"{100 * Power(TrialSituations.Margin, runs):0} %") : "–";
        return FormattableString.Invariant($"| {Key} | {runs} | {power} | {Effect} | {Least(runs)} |");
    }

    private double Power(double effect, int runs) =>
        Enumerable.Range(0, runs).Count(run => Judge(new Random(run), effect) == Ruling.Holds) / (double)runs;

    private string Least(int runs)
    {
        if (Power(Largest, runs) < Wanted)
            return "none";
        double low = 0, high = Largest;
        while (high - low > Math.Max(Accuracy, 0.02 * high))
        {
            double middle = (low + high) / 2;
            if (Power(middle, runs) >= Wanted)
                high = middle;
            else
                low = middle;
        }

        return FormattableString.Invariant($"{high:0.000}");
    }
}

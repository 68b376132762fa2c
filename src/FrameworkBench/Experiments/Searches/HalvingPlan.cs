namespace FrameworkBench.Experiments.Searches;

/// <summary>
/// How successive halving (Jamieson and Talwalkar 2016, with the shares of Li et al. 2018) spends a budget: n candidates get
/// the share 3⁻ᶜ of their resource, the best third of them three times as much, and so on for c cuts, until the last ones
/// are fitted whole. Every rung costs the same.
/// </summary>
/// <param name="Candidates">How many start, without the model with default settings.</param>
/// <param name="Cuts">How often the best third goes on.</param>
public sealed record HalvingPlan(int Candidates, int Cuts)
{
    /// <summary>Of how many candidates one goes on.</summary>
    public const int Factor = 3;

    // Less than a 27th of its epochs says little of a network.
    private const int MostCuts = 3;

    /// <summary>The plan with the most candidates that a budget pays for.</summary>
    /// <param name="budget">Whole fits, or as many partial ones as cost the same; at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The budget is below 1.</exception>
    public static HalvingPlan For(int budget)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(budget, 1);
        return Enumerable.Range(0, MostCuts + 1)
            .Select(cuts => new HalvingPlan(budget / (cuts + 1) * Power(cuts), cuts))
            .MaxBy(plan => plan.Candidates)!;
    }

    /// <summary>The shares of the resource, from the first rung to the last, which is 1.</summary>
    public IReadOnlyList<double> Shares => [.. Enumerable.Range(0, Cuts + 1).Select(cut => 1.0 / Power(Cuts - cut))];

    private static int Power(int exponent) => (int)Math.Round(Math.Pow(Factor, exponent));
}

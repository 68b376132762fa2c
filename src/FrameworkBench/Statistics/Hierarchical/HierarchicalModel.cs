namespace FrameworkBench.Statistics.Hierarchical;

/// <summary>
/// The hierarchical model of leads over many tables (Corani, Benavoli, Demšar, Mangili and Zaffalon 2017). Table i shows a
/// mean lead dᵢ with standard error sᵢ and fᵢ degrees of freedom; its true lead is δᵢ:
/// <code>
/// dᵢ ~ Student(centre δᵢ, scale sᵢ, fᵢ)    δᵢ ~ Student(centre δ₀, scale σ₀, ν)
/// δ₀ uniform    σ₀ uniform, up to 100 times the spread of the leads
/// ν − 1 ~ Gamma(α, β)    α ~ uniform(0.5, 5)    β ~ uniform(0.05, 0.15)
/// </code>
/// Noisy tables count for less, tables may differ, and one far from the others widens the tails instead of moving the centre.
/// </summary>
/// <remarks>
/// The posterior is drawn by a seeded Gibbs sampler over scale mixtures of normals. σ₀ is drawn with δ₀ and all δᵢ integrated
/// out, from a lattice through its present value with a random step, which keeps the posterior exact and mixes well where σ₀
/// is close to 0. A table all of whose splits agree has sᵢ = 0: it takes the smallest standard error of the others. A
/// table with one trial has none: it takes the median one with one degree of freedom. Where no table has one, the leads
/// are taken as they are, and their errors count as differences between tables.
/// </remarks>
public static class HierarchicalModel
{
    /// <summary>The fewest tables from which the spread between tables can be estimated.</summary>
    public const int FewestTables = 3;

    private const int BurnIn = 500;
    private const double LeastScale = 1e-3, LargestScale = 100;

    /// <summary>Draws from the posterior.</summary>
    /// <param name="tables">At least <see cref="FewestTables"/>.</param>
    /// <param name="seed">The same seed gives the same draws.</param>
    /// <param name="draws">The number of draws, at least 1.</param>
    /// <exception cref="ArgumentException">
    /// Too few tables, a lead that is not finite, a standard error below 0, or too few draws.
    /// </exception>
    public static HierarchicalPosterior Of(IReadOnlyList<TableLead> tables, int seed = 0, int draws = 10_000)
    {
        ArgumentNullException.ThrowIfNull(tables);
        if (draws < 1) throw new ArgumentException($"{draws} draws are too few.", nameof(draws));
        if (tables.Count < FewestTables)
            throw new ArgumentException($"Tables: {tables.Count}; a spread between tables needs at least {FewestTables}.", nameof(tables));
        double[] leads = [.. tables.Select(table => table.Lead)];
        var moments = Moments.Of(leads, nameof(tables));
        if (tables.Any(table => table.StandardError < 0))
            throw new ArgumentException("A standard error is below 0.", nameof(tables));

        double[] known = [.. tables.Where(table => table.StandardError > 0).Select(table => table.StandardError).Order()];
        double[] errors = [.. tables.Select(table => ErrorOf(table, known))];
        double unit = Math.Sqrt(moments.Variance + errors.Average(error => error * error));
        if (unit == 0)
            return HierarchicalPosterior.Certain(moments.Mean);

        var sampler = new HierarchicalSampler(
            [.. leads.Select(lead => (lead - moments.Mean) / unit)],
            [.. errors.Select(error => Math.Max(LeastScale, error / unit))],
            [.. tables.Select(table => double.IsNaN(table.StandardError) ? 1 : Math.Max(1, table.DegreesOfFreedom))],
            LeastScale, LargestScale, new Random(seed));
        for (int i = 0; i < BurnIn; i++)
            sampler.Step();
        return new HierarchicalPosterior([.. Enumerable.Range(0, draws).Select(_ => sampler.Step().In(unit, moments.Mean))]);
    }

    private static double ErrorOf(TableLead table, double[] known) =>
        table.StandardError > 0 ? table.StandardError
        : known.Length == 0 ? 0
        : table.StandardError == 0 ? known[0]
        : Quantiles.OfSorted(known, 0.5);
}

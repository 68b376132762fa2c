namespace FrameworkBench.Statistics.Hierarchical;

/// <summary>What one table says of a lead, with its own uncertainty.</summary>
/// <param name="Lead">The mean lead over the table's splits; finite.</param>
/// <param name="StandardError">Its standard error, such as Nadeau and Bengio's; NaN where there is one trial.</param>
/// <param name="DegreesOfFreedom">Of the standard error: splits − 1; 0 where there is none.</param>
public readonly record struct TableLead(double Lead, double StandardError, double DegreesOfFreedom)
{
    /// <summary>The lead of a paired comparison on one table.</summary>
    /// <param name="lead">The mean difference over the table's splits.</param>
    public static TableLead Of(MeanDifference lead)
    {
        ArgumentNullException.ThrowIfNull(lead);
        return new(lead.Difference, lead.StandardError, lead.DegreesOfFreedom);
    }
}

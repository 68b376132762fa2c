using FrameworkBench.Claims;
using FrameworkBench.Statistics;

namespace FrameworkBench.Tests.Claims;

public sealed class PairedLeadTests
{
    [Fact]
    public void Trials_are_paired_by_split_and_seed_whatever_their_order()
    {
        Observation[] model = [new(0, 1, 0.9), new(0, 2, 0.7), new(0, 3, 0.8)];
        Observation[] against = [new(0, 3, 0.7), new(0, 1, 0.5), new(0, 2, 0.6)];

        PairedLead lead = PairedLead.Of(model, against, higherIsBetter: true, testTrainRatio: 0.25, 0.95)!;

        Assert.Equal(PairedTTest.Of([0.9 - 0.5, 0.7 - 0.6, 0.8 - 0.7]), lead.Lead);
        Assert.Equal((3, 0, 0.8, 0.6), (lead.Pairs, lead.Incomplete, Math.Round(lead.ModelMean, 12), Math.Round(lead.AgainstMean, 12)));
    }

    [Fact]
    public void Seeds_are_averaged_within_a_split_and_the_splits_are_corrected()
    {
        Observation[] model = [new(0, 1, 0.9), new(0, 2, 0.7), new(1, 1, 0.8)];
        Observation[] against = [new(0, 1, 0.5), new(0, 2, 0.5), new(1, 1, 0.5)];

        PairedLead lead = PairedLead.Of(model, against, higherIsBetter: true, testTrainRatio: 0.25, 0.9)!;

        MeanDifference expected = CorrectedResampledTTest.Of([0.3, 0.3], 0.25, 0.9);
        Assert.Equal((expected.Count, 3), (lead.Lead.Count, lead.Pairs));
        Assert.Equal(expected.Difference, lead.Lead.Difference, 12);
        Assert.Equal(lead.Lead.Difference, lead.ModelMean - lead.AgainstMean, 12);
    }

    [Fact]
    public void Less_is_a_lead_where_less_is_better_and_pairs_with_a_missing_half_are_counted()
    {
        Observation[] model = [new(0, 1, 10), new(0, 2, null), new(0, 3, 12), new(0, 4, 9)];
        Observation[] against = [new(0, 1, 15), new(0, 2, 15), new(0, 3, null), new(0, 5, 15)];

        PairedLead lead = PairedLead.Of(model, against, higherIsBetter: false, testTrainRatio: 0.25, 0.95)!;

        Assert.Equal((5, 1, 3), (lead.Lead.Difference, lead.Pairs, lead.Incomplete));
    }

    [Fact]
    public void There_is_no_lead_without_a_complete_pair() =>
        Assert.Null(PairedLead.Of([new(0, 1, 0.9)], [new(0, 1, null), new(0, 2, 0.9)], higherIsBetter: true, 0.25, 0.95));
}

using FrameworkBench.Trials;

namespace FrameworkBench.Tests.Trials;

public sealed class TrialKeyTests
{
    [Fact]
    public void A_key_is_the_same_on_every_machine() =>
        Assert.Equal("70e07cda", TrialKey.Of([("model", "a"), ("seed", "1")]).Hash[..8]);

    [Fact]
    public void Every_part_counts_and_parts_cannot_run_into_each_other()
    {
        TrialKey[] keys =
        [
            TrialKey.Of([("model", "a"), ("seed", "1")]),
            TrialKey.Of([("model", "a"), ("seed", "2")]),
            TrialKey.Of([("model", "b"), ("seed", "1")]),
            TrialKey.Of([("model", "a\nseed=1:1")]),
            TrialKey.Of([("model", "a"), ("seed", "1"), ("engine", "")]),
        ];

        Assert.Equal(keys.Length, keys.Distinct().Count());
    }

    [Fact]
    public void Rows_in_another_order_are_other_rows() => Assert.NotEqual(TrialKey.Digest([1, 2, 3]), TrialKey.Digest([3, 2, 1]));
}

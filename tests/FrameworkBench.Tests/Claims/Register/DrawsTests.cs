using FrameworkBench.Claims.Register;
using FrameworkBench.Datasets.Splits;

namespace FrameworkBench.Tests.Claims.Register;

public sealed class DrawsTests
{
    public static TheoryData<SplitPlan, uint?> Plans => new()
    {
        { new HoldOut(0.2, 7), 7 },
        { new KFold(5, RandomState: 8), 8 },
        { new KFold(5, RandomState: 8, Shuffle: false), null },
        { new LearningCurve([10], 5, RandomState: 9), 9 },
        { new AllRows(), null },
        { new FirstRows(10), null },
        { new PublishedRows(), null },
    };

    [Theory]
    [MemberData(nameof(Plans))]
    public void A_plan_draws_by_its_random_state_or_not_at_all(SplitPlan plan, uint? expected) =>
        Assert.Equal(expected, Draws.Of(plan, 0, 1).RandomState);

    [Theory]
    [InlineData("42/0-19", 42L, 0, 20)]
    [InlineData("-/1000-1000", null, 1000, 1)]
    public void Draws_are_read_as_they_are_written(string word, long? state, long first, int seeds)
    {
        Draws draws = Draws.Parse(word)!;

        Assert.Equal(new Draws((uint?)state, first, seeds), draws);
        Assert.Equal(word, draws.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("42")]
    [InlineData("42/")]
    [InlineData("42/5")]
    [InlineData("42/5-3")]
    [InlineData("x/0-3")]
    [InlineData("42/-1-3")]
    [InlineData("42/0-3/4")]
    [InlineData("4294967296/0-3")]
    public void Another_word_is_none(string word) => Assert.Null(Draws.Parse(word));

    [Theory]
    [InlineData("42/0-19", "42/0-19", false)]
    [InlineData("42/20-39", "42/0-19", false)]
    [InlineData("43/0-19", "42/0-19", false)]
    [InlineData("43/19-38", "42/0-19", false)]
    [InlineData("43/20-39", "42/0-19", true)]
    [InlineData("43/0-9", "42/10-19", true)]
    [InlineData("-/20-39", "-/0-19", true)]
    [InlineData("-/0-0", "-/0-19", false)]
    public void Fresh_draws_share_neither_a_seed_nor_the_random_state(string now, string seen, bool fresh) =>
        Assert.Equal(fresh, Draws.Parse(now)!.AreFreshAfter(Draws.Parse(seen)!, onOneSplit: false));

    [Theory]
    [InlineData("42/20-39", true)]
    [InlineData("42/19-38", false)]
    public void On_one_split_fresh_seeds_are_enough(string now, bool fresh) =>
        Assert.Equal(fresh, Draws.Parse(now)!.AreFreshAfter(Draws.Parse("42/0-19")!, onOneSplit: true));
}

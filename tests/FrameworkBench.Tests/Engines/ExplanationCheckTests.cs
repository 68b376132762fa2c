using FrameworkBench.Engines;
using FrameworkBench.Protocol.Messages;

namespace FrameworkBench.Tests.Engines;

/// <summary>What a model says of itself is believed only where it can be.</summary>
public sealed class ExplanationCheckTests
{
    private static readonly FeatureColumn[] Features = [new("a"), new("b", 3)];

    [Fact]
    public void Shares_and_a_tree_that_fit_the_table_are_sound()
    {
        DecisionNode root = Leaf() with { Feature = 0, Threshold = 1.5, Left = 1, Right = 2 };
        DecisionNode right = Leaf() with { Feature = 1, Categories = [0, 2], Left = 3, Right = 4 };

        Assert.Null(Problem(new Explanation { Importance = [0.25, 0.75], Tree = [root, Leaf(), right, Leaf(), Leaf()] }));
        Assert.Null(Problem(new Explanation { Importance = [0, 0], Tree = [Leaf()] }));
        Assert.Null(Problem(new Explanation()));
    }

    [Fact]
    public void Shares_that_cannot_be_are_named()
    {
        Assert.Equal("explanation.importance has 3 shares for 2 features", Shares(0.5, 0.25, 0.25));
        Assert.Equal("explanation.importance holds -0.5; a share is a finite number, 0 or more", Shares(1.5, -0.5));
        Assert.Equal("explanation.importance holds NaN; a share is a finite number, 0 or more", Shares(1, double.NaN));
        Assert.Equal("explanation.importance sums to 0.9; must be 1, or 0 where nothing matters", Shares(0.4, 0.5));
    }

    [Fact]
    public void A_tree_that_leads_nowhere_is_named()
    {
        Assert.Equal("explanation.tree has no nodes; a tree without a split is one leaf", Tree());
        Assert.Equal("explanation.tree[0].value must be 2 finite numbers", Tree(Leaf() with { Value = [1] }));
        Assert.Equal("explanation.tree[0] must have feature, left and right, or none of them", Tree(Leaf() with { Feature = 0 }));
        Assert.Equal("explanation.tree[0] leads to 0 and 1; children come after their parent, among 2 nodes", Tree(Leaf() with
        {
            Feature = 0,
            Threshold = 1,
            Left = 0,
            Right = 1,
        }, Leaf()));
        Assert.Equal("explanation.tree[0] leads to 1 and 2; children come after their parent, among 2 nodes", Tree(Leaf() with
        {
            Feature = 0,
            Threshold = 1,
            Left = 1,
            Right = 2,
        }, Leaf()));
        Assert.Equal("explanation.tree[0] asks for feature 2 of 2", Tree(Leaf() with
        {
            Feature = 2,
            Threshold = 1,
            Left = 1,
            Right = 2,
        }, Leaf(), Leaf()));
        Assert.Equal("explanation.tree[0] must have either threshold or categories", Tree(Leaf() with
        {
            Feature = 1,
            Left = 1,
            Right = 2,
        }, Leaf(), Leaf()));
    }

    private static string? Shares(params double[] shares) => Problem(new Explanation { Importance = shares });

    private static string? Tree(params DecisionNode[] nodes) => Problem(new Explanation { Tree = nodes });

    private static string? Problem(Explanation explanation) => ExplanationCheck.Problem(explanation, Features, outputs: 2);

    private static DecisionNode Leaf() => new() { Rows = 3, Value = [0.5, 0.5] };
}

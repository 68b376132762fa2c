using System.Runtime.InteropServices;

namespace FrameworkBench.Scratch.Trees;

/// <summary>
/// One node of a fitted tree, sixteen bytes; the children of a split stand side by side. A leaf leads to itself, so that
/// several rows can go down together without asking whether one has arrived.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
internal struct TreeNode
{
    /// <summary>In <see cref="Rule"/>: a threshold, missing values go right.</summary>
    public const int MissingRight = -1;

    /// <summary>In <see cref="Rule"/>: a threshold, missing values go left.</summary>
    public const int MissingLeft = -2;

    /// <summary>Values up to this go left.</summary>
    public float Threshold;

    /// <summary>The feature that decides.</summary>
    public int Feature;

    /// <summary>The left child, the right one follows it; in a leaf its own place.</summary>
    public int Left;

    /// <summary>
    /// Where missing values go; or from 0 on the first word of the set of categories that go left; in a leaf twice its
    /// number.
    /// </summary>
    public int Rule;

    /// <summary>A leaf.</summary>
    /// <param name="at">Its place among the nodes.</param>
    /// <param name="number">Its number among the leaves.</param>
    public static TreeNode Leaf(int at, int number) =>
        new() { Threshold = float.PositiveInfinity, Left = at, Rule = 2 * number };

    /// <summary>A split at a threshold.</summary>
    /// <param name="feature">The feature that decides.</param>
    /// <param name="left">The place of the left child.</param>
    /// <param name="threshold">Values up to this go left.</param>
    /// <param name="missingLeft">Whether missing values do, too.</param>
    public static TreeNode AtThreshold(int feature, int left, float threshold, bool missingLeft) =>
        new() { Feature = feature, Left = left, Threshold = threshold, Rule = missingLeft ? MissingLeft : MissingRight };

    /// <summary>A split by a set of categories.</summary>
    /// <param name="feature">The feature that decides.</param>
    /// <param name="left">The place of the left child.</param>
    /// <param name="firstWord">Where the set of categories that go left starts.</param>
    public static TreeNode BySet(int feature, int left, int firstWord) =>
        new() { Feature = feature, Left = left, Rule = firstWord };
}

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
}

using System.Runtime.InteropServices;

namespace FrameworkBench.Scratch.Trees;

/// <summary>One node of a fitted tree, sixteen bytes; the children of a split stand side by side.</summary>
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

    /// <summary>The left child, the right one follows it; in a leaf the complement of the leaf's number.</summary>
    public int Left;

    /// <summary>Where missing values go, or from 0 on the first word of the set of categories that go left.</summary>
    public int Rule;
}

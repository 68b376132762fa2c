namespace FrameworkBench.Trials;

/// <summary>Takes some of many, spread evenly, for lists that may be sorted.</summary>
internal static class EvenSpacing
{
    /// <summary>Places among 0 … <paramref name="count"/> − 1: all of them, or <paramref name="most"/> spread evenly.</summary>
    public static int[] Of(int count, int most) =>
        count <= most ? [.. Enumerable.Range(0, count)] : [.. Enumerable.Range(0, most).Select(place => (int)((long)place * count / most))];
}

namespace FrameworkBench.Scratch.Networks.Training;

/// <summary>The streams of a seed, one for each thing that is drawn.</summary>
internal static class RandomStreams
{
    public const ulong InitialWeights = 0;
    public const ulong BatchOrder = 1;
    public const ulong Dropout = 2;
    public const ulong TabularStart = 3;
}

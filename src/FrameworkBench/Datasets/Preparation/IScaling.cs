namespace FrameworkBench.Datasets.Preparation;

/// <summary>Maps a number to another, monotonically.</summary>
internal interface IScaling
{
    /// <summary>The scaled value of a number that is not NaN.</summary>
    double Apply(double value);
}

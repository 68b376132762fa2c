namespace FrameworkBench.Reporting.Charts;

/// <summary>The room that a drawing may use: as wide as this, as high as it needs.</summary>
internal readonly record struct Frame(double Left, double Top, double Width)
{
    internal double Right => Left + Width;

    internal double Centre => Left + (Width / 2);
}

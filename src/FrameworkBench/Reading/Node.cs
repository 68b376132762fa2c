namespace FrameworkBench.Reading;

/// <summary>A piece of a YAML document that remembers where it stood; lines and columns count from 1.</summary>
internal abstract record Node(int Line, int Column)
{
    /// <summary>What a value takes besides its text.</summary>
    protected const int Overhead = 10;

    /// <summary>How much it holds with all below it: about the characters that it is written with.</summary>
    public abstract long Size();
}

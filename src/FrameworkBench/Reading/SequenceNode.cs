namespace FrameworkBench.Reading;

/// <summary>A list.</summary>
internal sealed record SequenceNode(int Line, int Column, IReadOnlyList<Node> Items) : Node(Line, Column)
{
    /// <inheritdoc/>
    public override long Size() => Overhead + Items.Sum(item => item.Size());
}

using static TorchSharp.torch;

namespace FrameworkBench.Engines.TorchSharp.Tables;

/// <summary>Rows of a table as a network for tables takes them.</summary>
/// <param name="Numbers">The numeric columns, then the indicators; rows × columns.</param>
/// <param name="Codes">The columns of codes, counted from 1, 0 for a missing one; rows × columns. Null without such columns.</param>
internal sealed record TableRows(Tensor Numbers, Tensor? Codes)
{
    /// <summary>How many rows there are.</summary>
    public long Count => Numbers.shape[0];

    /// <summary>The rows of the given indices.</summary>
    public TableRows Select(Tensor indices) => new(Numbers.index_select(0, indices), Codes?.index_select(0, indices));

    /// <summary>The rows one after the other, in parts of at most so many.</summary>
    public IEnumerable<TableRows> Chunk(long size)
    {
        for (long start = 0; start < Count; start += size)
        {
            long length = Math.Min(size, Count - start);
            yield return new TableRows(Numbers.narrow(0, start, length), Codes?.narrow(0, start, length));
        }
    }
}

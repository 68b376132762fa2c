namespace FrameworkBench.Scratch.Trees;

/// <summary>
/// Divides rows into blocks: small enough that a block stays in the processor's cache while tree after tree goes over
/// it, and the unit of work of a thread.
/// </summary>
internal static class RowBlocks
{
    private const int BlockRows = 512;

    /// <summary>The number of the block a row is in.</summary>
    public static int BlockOf(int row) => row / BlockRows;

    /// <summary>Calls the action for blocks of rows that together are all of them, each row once.</summary>
    /// <param name="rows">How many rows there are.</param>
    /// <param name="threads">How many threads.</param>
    /// <param name="action">Takes a block's first row, and how many rows it has.</param>
    public static void ForEach(int rows, int threads, Action<int, int> action)
    {
        int blocks = (rows + BlockRows - 1) / BlockRows;
        if (threads == 1 || blocks < 2)
        {
            for (int block = 0; block < blocks; block++)
                Call(block);
        }
        else
        {
            Parallel.For(0, blocks, new ParallelOptions { MaxDegreeOfParallelism = threads }, Call);
        }

        void Call(int block) => action(block * BlockRows, Math.Min(BlockRows, rows - (block * BlockRows)));
    }
}

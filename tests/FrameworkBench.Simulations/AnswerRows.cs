namespace FrameworkBench.Simulations;

/// <summary>Rows of a made-up population.</summary>
/// <param name="Inputs">rows × columns, row-major.</param>
/// <param name="Targets">One a row; a class as its number.</param>
/// <param name="Columns">Inputs a row.</param>
/// <param name="Classes">Number of classes; 0 for values.</param>
internal sealed record AnswerRows(double[] Inputs, double[] Targets, int Columns, int Classes)
{
    /// <summary>Number of rows.</summary>
    public int Count => Targets.Length;

    /// <summary>Some of the rows.</summary>
    public AnswerRows Only(IReadOnlyList<int> rows) => this with
    {
        Inputs = [.. rows.SelectMany(row => Inputs.AsSpan(row * Columns, Columns).ToArray())],
        Targets = [.. rows.Select(row => Targets[row])],
    };
}

namespace FrameworkBench.Datasets.Preparation.Kept;

/// <summary>A fitted preparation without its table: turns cells into the numbers that a model takes.</summary>
/// <param name="Parts">What becomes of the cells, in the order of the numbers.</param>
public sealed record KeptPreparation(IReadOnlyList<KeptPart> Parts)
{
    /// <summary>Prepares rows.</summary>
    /// <param name="cells">Rows × inputs: numbers and indices of categories, the number of categories for one that the table does not
    /// have; NaN is missing.</param>
    /// <returns>Rows × numbers, rounded to 32 bits as an engine is given them; what is too large for that is the largest.</returns>
    public FeatureMatrix Transform(FeatureMatrix cells)
    {
        ArgumentNullException.ThrowIfNull(cells);
        int width = Parts.Sum(part => part.Width);
        double[] numbers = new double[cells.Rows * width];
        for (int row = 0; row < cells.Rows; row++)
        {
            Span<double> into = numbers.AsSpan(row * width, width);
            foreach (KeptPart part in Parts)
            {
                part.Write(cells[row, part.Input], into);
                into = into[part.Width..];
            }
        }

        return new FeatureMatrix(
            cells.Rows, width, Array.ConvertAll(numbers, number => (double)(float)Math.Clamp(number, float.MinValue, float.MaxValue)));
    }

    /// <summary>What is wrong with it; null for nothing.</summary>
    /// <param name="categories">Categories of each input; 0 of a number.</param>
    public string? Problem(IReadOnlyList<int> categories)
    {
        ArgumentNullException.ThrowIfNull(categories);
        return Parts.FirstOrDefault(part => part.Input < 0 || part.Input >= categories.Count) is { } foreign
            ? $"the preparation asks for input {foreign.Input} of {categories.Count}"
            : Parts.Select(part => part.Problem(categories[part.Input])).FirstOrDefault(problem => problem is not null);
    }
}

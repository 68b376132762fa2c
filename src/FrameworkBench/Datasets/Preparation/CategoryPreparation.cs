using FrameworkBench.Protocol.Messages;
using FrameworkBench.Protocol.Models.Tabular;

namespace FrameworkBench.Datasets.Preparation;

/// <summary>Codes a categorical input.</summary>
internal sealed class CategoryPreparation : ColumnPreparation
{
    private readonly CategoryCoding coding;
    private readonly double fill;

    /// <summary>The output of each category, −1 for none; of codes, empty where every category is one.</summary>
    private readonly int[] outputOf;

    // Two outputs in one column.
    private readonly bool isSigned;

    /// <summary>The output of a category that the table does not have: that of rare ones; −1 for none.</summary>
    private readonly int unseenOutput;

    private CategoryPreparation(
        IReadOnlyList<FeatureColumn> outputs, CategoryCoding coding, double fill, int[] outputOf, bool isSigned = false,
        int unseenOutput = -1)
        : base(outputs)
    {
        this.coding = coding;
        this.fill = fill;
        this.outputOf = outputOf;
        this.isSigned = isSigned;
        this.unseenOutput = unseenOutput;
    }

    /// <summary>Learns from the codes of the training rows that are present.</summary>
    public static CategoryPreparation Fit(DatasetColumn column, double[] present, PreparationPlan plan)
    {
        int[] counts = new int[column.Categories.Count];
        foreach (double code in present)
            counts[(int)code]++;
        return plan.Categories switch
        {
            CategoryCoding.Codes => Codes(column, counts, plan),
            CategoryCoding.Mixed when counts.Count(count => count > 0) > RealMlpSpec.MostOneHot => Codes(column, counts),
            _ => OneHot(column, counts, plan),
        };
    }

    public override void Write(double cell, Span<double> into)
    {
        if (coding == CategoryCoding.Codes)
            into[0] = double.IsNaN(cell) || (outputOf.Length > 0 && outputOf[(int)cell] < 0) ? fill : cell;
        else if (!double.IsNaN(cell))
            WriteOutput(outputOf[(int)cell], into);
    }

    public override void WriteUnseen(Span<double> into)
    {
        if (coding == CategoryCoding.Codes)
            into[0] = fill;
        else
            WriteOutput(unseenOutput, into);
    }

    private void WriteOutput(int output, Span<double> into)
    {
        if (output >= 0)
            into[isSigned ? 0 : output] = isSigned && output == 1 ? -1 : 1;
    }

    private static CategoryPreparation Codes(DatasetColumn column, int[] counts, PreparationPlan plan)
    {
        double mostFrequent = plan.Missing == MissingTreatment.Keep || counts.Length == 0
            ? double.NaN : Array.IndexOf(counts, counts.Max());
        return new CategoryPreparation([new FeatureColumn(column.Name, column.Categories.Count)], CategoryCoding.Codes, mostFrequent, []);
    }

    // Whoever embeds categories has a place for those that are missing or that no training row has.
    private static CategoryPreparation Codes(DatasetColumn column, int[] counts) => new(
        [new FeatureColumn(column.Name, column.Categories.Count)], CategoryCoding.Codes, double.NaN,
        Array.ConvertAll(counts, count => count > 0 ? 0 : -1));

    /// <summary>
    /// Occurring categories that share a column: too rare ones, and the least frequent while there are too many. Of equals the first goes
    /// first.
    /// </summary>
    private static HashSet<int> Rare(int[] counts, PreparationPlan plan)
    {
        int[] occurring = [.. Enumerable.Range(0, counts.Length).Where(code => counts[code] > 0).OrderBy(code => counts[code])];
        int rare = occurring.Count(code => counts[code] < plan.RareBelow);
        int columns = occurring.Length - rare + (rare > 0 ? 1 : 0);
        if (columns > plan.MostCategories)
            rare = occurring.Length - Math.Max(0, plan.MostCategories - 1);
        return [.. occurring[..rare]];
    }

    private static CategoryPreparation OneHot(DatasetColumn column, int[] counts, PreparationPlan plan)
    {
        var outputs = new List<FeatureColumn>();
        int[] outputByCode = new int[counts.Length];
        Array.Fill(outputByCode, -1);
        HashSet<int> rare = Rare(counts, plan);
        for (int code = 0; code < counts.Length; code++)
        {
            if (counts[code] == 0 || rare.Contains(code))
                continue;
            outputByCode[code] = outputs.Count;
            outputs.Add(new FeatureColumn($"{column.Name}={column.Categories[code]}", Indicator: true));
        }

        if (rare.Count > 0)
        {
            for (int code = 0; code < counts.Length; code++)
                outputByCode[code] = outputByCode[code] < 0 ? outputs.Count : outputByCode[code];
            outputs.Add(new FeatureColumn($"{column.Name}=(rare)", Indicator: true));
        }

        bool signed = plan.Categories != CategoryCoding.OneHot && outputs.Count == 2;
        return new CategoryPreparation(
            signed ? [outputs[0]] : outputs, CategoryCoding.OneHot, double.NaN, outputByCode, signed,
            rare.Count > 0 ? outputs.Count - 1 : -1);
    }
}

using System.IO.Compression;
using FrameworkBench.Scratch.Trees;

namespace FrameworkBench.Benchmarks;

/// <summary>A table of experiments/datasets, four fifths of its rows to train on and the fifth ones to predict.</summary>
internal sealed class BenchmarkTable
{
    private readonly List<float> training = [];
    private readonly List<float> prediction = [];
    private readonly List<double> targets = [];
    private readonly int columns;
    private readonly int classCount;

    /// <summary>Reads a table; text becomes codes in the order of its spelling.</summary>
    /// <param name="name">The file's name without its endings.</param>
    /// <param name="isClassification">Whether the last column is a class.</param>
    public BenchmarkTable(string name, bool isClassification)
    {
        List<string[]> rows = [];
        string path = Path.Combine(Root(), "experiments", "datasets", name + ".csv.gz");
        using (var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress)))
        {
            reader.ReadLine();
            while (reader.ReadLine() is string line)
                rows.Add(line.Split(','));
        }

        columns = rows[0].Length - 1;
        double[][] numbers =
            [.. Enumerable.Range(0, columns + 1).Select(c => NumbersOf([.. rows.Select(row => row[c])], isClassification && c == columns))];
        for (int row = 0; row < rows.Count; row++)
        {
            bool isTraining = row % 5 != 4;
            for (int column = 0; column < columns; column++)
                (isTraining ? training : prediction).Add((float)numbers[column][row]);
            if (isTraining)
                targets.Add(numbers[columns][row]);
        }

        classCount = isClassification ? (int)numbers[columns].Max() + 1 : 0;
    }

    /// <summary>Whether the target is a class.</summary>
    public bool IsClassification => classCount > 0;

    /// <summary>The rows to train on, with classes.</summary>
    public ClassificationData Classes() =>
        new(new FeatureTable(training.ToArray(), columns), targets.ConvertAll(value => (int)value).ToArray(), classCount);

    /// <summary>The rows to train on, with values.</summary>
    public RegressionData Values() => new(new FeatureTable(training.ToArray(), columns), targets.ToArray());

    /// <summary>The rows to predict.</summary>
    public FeatureTable Prediction() => new(prediction.ToArray(), columns);

    /// <summary>The repository's folder.</summary>
    public static string Root()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "FrameworkBench.sln")))
            folder = Path.GetDirectoryName(folder);
        return folder ?? throw new DirectoryNotFoundException("FrameworkBench.sln is in no folder above the benchmarks.");
    }

    private static double[] NumbersOf(string[] texts, bool asCodes)
    {
        if (!asCodes && texts.All(text => text.Length == 0 || double.TryParse(text, out _)))
            return Array.ConvertAll(texts, text => text.Length == 0 ? double.NaN : double.Parse(text));
        string[] names = [.. texts.Where(text => text.Length > 0).Distinct().Order(StringComparer.Ordinal)];
        var codes = names.Index().ToDictionary(name => name.Item, name => (double)name.Index, StringComparer.Ordinal);
        return Array.ConvertAll(texts, text => codes.GetValueOrDefault(text, double.NaN));
    }
}

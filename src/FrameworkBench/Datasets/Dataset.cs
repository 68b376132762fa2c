using FrameworkBench.Datasets.Reading;
using FrameworkBench.Datasets.Splits;
using FrameworkBench.Protocol.Messages;

namespace FrameworkBench.Datasets;

/// <summary>A table in memory: inputs as numbers, a target, and what is needed to read both.</summary>
public sealed record Dataset
{
    private int[]? duplicateGroups;

    /// <summary>The name in the catalog, or the file's name without extensions.</summary>
    public required string Name { get; init; }

    /// <summary>What is to be predicted: one of two classes, one of several, a value, or the inputs themselves.</summary>
    public required TaskKind Task { get; init; }

    /// <summary>The input columns, in the order of <see cref="Features"/>.</summary>
    public required IReadOnlyList<DatasetColumn> Columns { get; init; }

    /// <summary>Inputs, rows × columns; a categorical cell holds the index of its category; NaN is missing.</summary>
    public required FeatureMatrix Features
    {
        get;
        init
        {
            field = value;
            duplicateGroups = null;
        }
    }

    /// <summary>The target column's name.</summary>
    public required string TargetName { get; init; }

    /// <summary>
    /// Classes in a stable order: numbers numerically, texts ordinally, unless the catalog says otherwise. Empty for a regression.
    /// </summary>
    public IReadOnlyList<string> ClassNames { get; init; } = [];

    /// <summary>Index into <see cref="ClassNames"/> of each row. Empty for a regression.</summary>
    public int[] Labels
    {
        get;
        init
        {
            field = value;
            duplicateGroups = null;
        }
    } = [];

    /// <summary>Value of each row, in the target's own unit. Empty for a classification.</summary>
    public double[] Values
    {
        get;
        init
        {
            field = value;
            duplicateGroups = null;
        }
    } = [];

    /// <summary>The column by which rows belong together; null where rows are drawn one by one.</summary>
    public string? GroupName { get; init; }

    /// <summary>Group of each row, which every split keeps on one side; null where rows are drawn one by one.</summary>
    public int[]? Groups { get; init; }

    /// <summary>The column that puts the rows in order; null where they have none.</summary>
    public string? TimeName { get; init; }

    /// <summary>
    /// Place of each row's time among the different times, from 0: no split tests a row by a model that trained on later ones. Null where
    /// rows have no order.
    /// </summary>
    public int[]? Times { get; init; }

    /// <summary>Width and height where each row is an image; null for other tables.</summary>
    public ImageShape? Image { get; init; }

    /// <summary>How many of its rows, the first ones, its publisher meant to train on; null when it was published in one piece.</summary>
    public int? PublishedTrainRows { get; init; }

    /// <summary>SHA-256 of the decompressed bytes, in lower-case hexadecimal.</summary>
    public required string Checksum { get; init; }

    /// <summary>
    /// The catalog's name of the table that stands for this one until somebody adds its files; null when these are its own rows.
    /// </summary>
    public string? StandIn { get; init; }

    /// <summary>Rows of the whole table of which these rows are a sample; null when they are all of it.</summary>
    public int? SampleOf { get; init; }

    /// <summary>Remarks that a reader of results should know, such as a column left out as an identifier.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Number of rows.</summary>
    public int Rows => Features.Rows;

    /// <summary>Whether a class is to be predicted.</summary>
    public bool IsClassification => Task is TaskKind.Binary or TaskKind.Multiclass;

    /// <summary>Whether each row has a class, whatever is to be predicted.</summary>
    public bool HasLabels => Labels.Length > 0;

    /// <summary>
    /// Group of each row: rows that are equal in all inputs share one, whatever their targets. Groups are numbered by their first row.
    /// </summary>
    public int[] DuplicateGroups => duplicateGroups ??= DuplicateRows.Group(Features);

    /// <summary>Rows whose inputs repeat those of an earlier one.</summary>
    public int DuplicateCount => Rows == 0 ? 0 : Rows - 1 - DuplicateGroups.Max();

    /// <summary>Number of missing cells among the inputs.</summary>
    public int MissingCount => Features.Values.Count(double.IsNaN);

    /// <summary>
    /// The same table with its inputs in place of the target; classes stay known, for whoever wants to tell them from codes.
    /// </summary>
    public Dataset ToReconstruct() => this with { Task = TaskKind.Reconstruction };

    /// <summary>A part of the rows, drawn at random without putting back, in the order of the table.</summary>
    /// <param name="rows">How many rows to draw.</param>
    /// <param name="randomState">Seed; the rows are the first of <c>numpy.random.RandomState(seed).permutation</c>.</param>
    /// <exception cref="DatasetException">The table has fewer rows.</exception>
    public Dataset Sample(int rows, uint randomState)
    {
        if (rows < 1 || rows > Rows)
            throw new DatasetException(Name, $"a sample of {rows} rows cannot be drawn from {Rows}");
        return Select(new NumpyRandom(randomState).Permutation(Rows)[..rows], ChecksumOfSample(Checksum, rows, randomState));
    }

    /// <summary>
    /// A part of the rows with at least some of each class: where a plain sample has fewer, more of the class take the places of the rows
    /// that were drawn last. A class can be so rare that a plain sample has none of it.
    /// </summary>
    /// <param name="rows">How many rows to draw.</param>
    /// <param name="randomState">Seed of the sample.</param>
    /// <param name="fewestOfClass">Rows of each class; all that there are where there are fewer. Fewer, too, where so many of each class
    /// would be more than half of the sample.</param>
    /// <exception cref="DatasetException">The table has fewer rows.</exception>
    public Dataset Sample(int rows, uint randomState, int fewestOfClass)
    {
        Dataset plain = Sample(rows, randomState);
        if (!IsClassification || Math.Min(fewestOfClass, rows / (2 * ClassNames.Count)) is not (> 0 and var fewest))
            return plain;
        int[] order = new NumpyRandom(randomState).Permutation(Rows);
        int[] counts = plain.ClassCounts();
        var more = new List<int>();
        foreach (int row in order.AsSpan(rows))
        {
            if (counts[Labels[row]] >= fewest)
                continue;
            counts[Labels[row]]++;
            more.Add(row);
        }

        if (more.Count == 0)
            return plain;
        List<int> drawn = [.. order[..rows]];
        for (int place = rows - 1; drawn.Count + more.Count > rows; place--)
        {
            int label = Labels[drawn[place]];
            if (counts[label] <= fewest)
                continue;
            counts[label]--;
            drawn.RemoveAt(place);
        }

        return Select([.. drawn, .. more], TableFile.Hash($"{plain.Checksum} {fewest} of each class"));
    }

    /// <summary>How many rows each class has.</summary>
    internal int[] ClassCounts()
    {
        int[] counts = new int[ClassNames.Count];
        foreach (int label in Labels)
            counts[label]++;
        return counts;
    }

    private Dataset Select(int[] drawn, string checksum)
    {
        Array.Sort(drawn);
        return this with
        {
            Features = Features.Select(drawn),
            PublishedTrainRows = null,
            SampleOf = SampleOf ?? Rows,
            Labels = HasLabels ? [.. drawn.Select(row => Labels[row])] : [],
            Values = HasLabels ? [] : [.. drawn.Select(row => Values[row])],
            Groups = Groups is { } groups ? [.. drawn.Select(row => groups[row])] : null,
            Times = Times is { } times ? [.. drawn.Select(row => times[row])] : null,
            Checksum = checksum,
        };
    }

    /// <summary>The checksum of a sample, by that of the table and how it is drawn.</summary>
    internal static string ChecksumOfSample(string checksum, int rows, uint randomState) =>
        TableFile.Hash($"{checksum} {rows} {randomState}");

    /// <summary>
    /// Reads a CSV file with a header line (gzip when the name ends in <c>.gz</c>; comma, semicolon, tab or bar). A column is numeric when
    /// every field that is not empty is a number, else categorical. Missing is an empty field, <c>?</c>, <c>NA</c> or <c>NaN</c>. Texts of
    /// which most differ, and a column such as <c>id</c> that counts the rows, are left out; <see cref="Notes"/> says so.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="target">The target column's name.</param>
    /// <param name="task">What to predict; null infers it: texts, and up to 20 different whole numbers, are classes; other numbers a
    /// regression.</param>
    /// <param name="categorical">Columns whose numbers are codes of categories.</param>
    /// <param name="ignored">Columns to leave out.</param>
    /// <param name="group">The column by which rows stay together; null where rows are drawn one by one.</param>
    /// <param name="time">The column that puts the rows in order; null where they have none.</param>
    /// <exception cref="DatasetException">The file cannot be read as a table; the exception lists all its problems.</exception>
    public static Dataset FromCsv(
        string path,
        string target,
        TaskKind? task = null,
        IReadOnlyCollection<string>? categorical = null,
        IReadOnlyCollection<string>? ignored = null,
        string? group = null,
        string? time = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentException.ThrowIfNullOrEmpty(target);
        return Read(TableFile.Open(path), new CsvWishes(target, task)
        {
            Categorical = categorical ?? [],
            Ignored = ignored ?? [],
            Group = group,
            Time = time,
        });
    }

    /// <summary>Reads a CSV file as <see cref="FromCsv"/> does.</summary>
    internal static Dataset Read(TableFile file, CsvWishes wishes)
    {
        TableFile text = TableEncoding.InUtf8(file);
        return CsvTableReader.Read(text, CsvSchemaInference.Infer(text, wishes), TableFile.NameOf(file.Path));
    }
}

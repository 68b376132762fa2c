namespace FrameworkBench.Scoring;

/// <summary>Precision, recall, F1 and support of each class and on average, as scikit-learn's <c>classification_report</c>.</summary>
public sealed record ClassificationReport
{
    private ClassificationReport(IReadOnlyList<ClassScore> classes, double accuracy, ClassScore macro, ClassScore weighted)
    {
        Classes = classes;
        Accuracy = accuracy;
        MacroAverage = macro;
        WeightedAverage = weighted;
    }

    /// <summary>One line for each class of the data set, also for one that does not occur.</summary>
    public IReadOnlyList<ClassScore> Classes { get; }

    /// <summary>Share of the rows that were predicted rightly.</summary>
    public double Accuracy { get; }

    /// <summary>Plain mean over the classes that occur among true or predicted ones.</summary>
    public ClassScore MacroAverage { get; }

    /// <summary>Mean over the classes, weighted by their support.</summary>
    public ClassScore WeightedAverage { get; }

    /// <summary>Makes the report of a confusion matrix.</summary>
    public static ClassificationReport Of(ConfusionMatrix confusion)
    {
        ArgumentNullException.ThrowIfNull(confusion);
        ClassScore[] classes = [.. confusion.ClassNames.Select((name, label) => Score(confusion, name, label))];
        ClassScore[] occurring = [.. classes.Where((score, label) => score.Support > 0 || confusion.Predicted(label) > 0)];
        return new ClassificationReport(
            classes,
            (double)confusion.Right() / confusion.Rows,
            Average("macro average", occurring, _ => 1.0 / occurring.Length, confusion.Rows),
            Average("weighted average", occurring, score => (double)score.Support / confusion.Rows, confusion.Rows));
    }

    private static ClassScore Score(ConfusionMatrix confusion, string name, int label)
    {
        int right = confusion[label, label];
        int support = confusion.Support(label);
        int predicted = confusion.Predicted(label);
        return new ClassScore(name, Share(right, predicted), Share(right, support), Share(2 * right, support + predicted), support);
    }

    private static ClassScore Average(string name, ClassScore[] classes, Func<ClassScore, double> weight, int rows) => new(
        name,
        classes.Sum(score => weight(score) * score.Precision),
        classes.Sum(score => weight(score) * score.Recall),
        classes.Sum(score => weight(score) * score.F1),
        rows);

    private static double Share(int part, int whole) => whole == 0 ? 0 : (double)part / whole;
}

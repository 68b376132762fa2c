using FrameworkBench.Datasets;
using FrameworkBench.Trials;

namespace FrameworkBench.Scoring;

/// <summary>Computes every score from true values and predictions. Engines never score themselves.</summary>
public static class Scorer
{
    /// <summary>The least probability that a logarithm is taken of: the spacing of 64-bit floats at 1, as in scikit-learn.</summary>
    public const double LogLossClip = 2.220446049250313e-16;

    /// <summary>Scores predictions for some rows of a table: classes, or values.</summary>
    /// <param name="dataset">The table.</param>
    /// <param name="rows">The rows, at least one.</param>
    /// <param name="predictions">What was predicted for each.</param>
    /// <param name="hardLabels">Whether classes and no probabilities were predicted.</param>
    public static Scores Of(Dataset dataset, int[] rows, Predictions predictions, bool hardLabels)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentNullException.ThrowIfNull(predictions);
        return dataset.IsClassification
            ? Classification(Array.ConvertAll(rows, row => dataset.Labels[row]), predictions.Values, dataset.ClassNames, hardLabels)
            : Regression(Array.ConvertAll(rows, row => dataset.Values[row]), predictions.Values);
    }

    /// <summary>Scores predicted classes.</summary>
    /// <param name="labels">True class index of each row, at least one row.</param>
    /// <param name="probabilities">rows × classes, row after row; with hard labels, 1 for the predicted class and 0 for the others.</param>
    /// <param name="classNames">The classes, in the order of their indices; two or more.</param>
    /// <param name="hardLabels">
    /// The model predicts classes and no probabilities, as a perceptron does. Log loss, Brier score, calibration error and ROC AUC are then
    /// not defined and absent.
    /// </param>
    /// <param name="logLossClip">Probabilities nearer to 0 than this are taken as this, so that one sure mistake is not infinitely
    /// bad.</param>
    /// <returns>
    /// accuracy, log_loss, macro_f1, balanced_accuracy, roc_auc, brier, with scikit-learn's definitions. roc_auc of more than two classes
    /// is one against the rest, plain mean; it is absent when a class has no rows. brier is the mean squared difference of the second
    /// class's probability for two classes, and its sum over all classes for more (Brier 1950). ece is the <see cref="CalibrationError"/>.
    /// </returns>
    /// <exception cref="ArgumentException">There are no rows, the shapes do not fit, a label is no class, or a probability is not
    /// finite.</exception>
    public static Scores Classification(
        ReadOnlySpan<int> labels,
        ReadOnlySpan<double> probabilities,
        IReadOnlyList<string> classNames,
        bool hardLabels = false,
        double logLossClip = LogLossClip)
    {
        ArgumentNullException.ThrowIfNull(classNames);
        int classes = classNames.Count;
        CheckShape(labels, probabilities, classes);
        int[] predicted = new int[labels.Length];
        for (int row = 0; row < predicted.Length; row++)
            predicted[row] = LargestOf(probabilities.Slice(row * classes, classes));
        var confusion = new ConfusionMatrix(classNames, labels, predicted);
        var report = ClassificationReport.Of(confusion);
        return new Scores
        {
            Values = Scores.InOrder(
                ("accuracy", report.Accuracy),
                ("log_loss", hardLabels ? null : LogLoss(labels, probabilities, classes, logLossClip)),
                ("macro_f1", report.MacroAverage.F1),
                ("balanced_accuracy", report.Classes.Where(score => score.Support > 0).Average(score => score.Recall)),
                ("roc_auc", hardLabels ? null : RocCurve.Area(labels, probabilities, classes)),
                ("brier", hardLabels ? null : Brier(labels, probabilities, classes)),
                ("ece", hardLabels ? null : CalibrationError.Of(labels, probabilities, classes))),
            Confusion = confusion,
        };
    }

    /// <summary>The share of rows whose most probable class is the true one.</summary>
    /// <param name="labels">True class index of each row, at least one row.</param>
    /// <param name="probabilities">rows × classes, row after row.</param>
    /// <param name="classes">How many classes, two or more.</param>
    /// <exception cref="ArgumentException">As in <see cref="Classification"/>.</exception>
    public static double Accuracy(ReadOnlySpan<int> labels, ReadOnlySpan<double> probabilities, int classes)
    {
        CheckShape(labels, probabilities, classes);
        int right = 0;
        for (int row = 0; row < labels.Length; row++)
            right += LargestOf(probabilities.Slice(row * classes, classes)) == labels[row] ? 1 : 0;
        return (double)right / labels.Length;
    }

    /// <summary>Scores predicted values.</summary>
    /// <param name="values">True value of each row, in the target's own unit, at least one row.</param>
    /// <param name="predicted">Predicted value of each row, in the same unit.</param>
    /// <returns>mse, rmse, mae and, from two rows on, r2; for a constant target r2 is 1 when every row is right, else 0, as in
    /// scikit-learn.</returns>
    /// <exception cref="ArgumentException">There are no rows, the lengths differ, or a value is not finite.</exception>
    public static Scores Regression(ReadOnlySpan<double> values, ReadOnlySpan<double> predicted)
    {
        if (values.IsEmpty || values.Length != predicted.Length)
            throw new ArgumentException(
                $"{values.Length} true values and {predicted.Length} predicted ones cannot be compared.", nameof(predicted));
        CheckFinite(values, nameof(values));
        CheckFinite(predicted, nameof(predicted));
        double mean = MeanOf(values);
        double squares = 0;
        double distances = 0;
        double spread = 0;
        for (int row = 0; row < values.Length; row++)
        {
            double difference = values[row] - predicted[row];
            squares += difference * difference;
            distances += Math.Abs(difference);
            spread += (values[row] - mean) * (values[row] - mean);
        }

        double meanSquare = squares / values.Length;
        double? determination = values.Length < 2 ? null : spread == 0 ? (squares == 0 ? 1 : 0) : 1 - (squares / spread);
        return new Scores
        {
            Values =
                Scores.InOrder(
                    ("mse", meanSquare), ("rmse", Math.Sqrt(meanSquare)), ("mae", distances / values.Length), ("r2", determination)),
        };
    }

    /// <summary>Scores reconstructed inputs.</summary>
    /// <param name="values">The prepared inputs, rows × columns, row after row, at least one row.</param>
    /// <param name="reconstructed">What the model made of them, in the same order.</param>
    /// <param name="columns">Numbers a row, at least 1.</param>
    /// <param name="codeAccuracy">How accurately the classes of the rows are predicted from their codes; null where unknown.</param>
    /// <returns>
    /// reconstruction_error, the mean squared difference over all values, and explained_variance, 1 − Σ(x − x̂)² / Σ(x − x̄)² with the mean
    /// x̄ of each column over these rows; absent where nothing varies. It is scikit-learn's r2_score, variance_weighted, except that
    /// errors in columns of one value count here.
    /// </returns>
    /// <exception cref="ArgumentException">There are no rows, the lengths differ, or a value is not finite.</exception>
    public static Scores Reconstruction(
        ReadOnlySpan<double> values, ReadOnlySpan<double> reconstructed, int columns, double? codeAccuracy = null)
    {
        if (values.IsEmpty || values.Length != reconstructed.Length || columns < 1 || values.Length % columns != 0)
            throw new ArgumentException(
                $"{values.Length} values in rows of {columns} and {reconstructed.Length} reconstructed ones cannot be compared.",
                nameof(reconstructed));
        CheckFinite(values, nameof(values));
        CheckFinite(reconstructed, nameof(reconstructed));
        double[] means = new double[columns];
        for (int column = 0; column < columns; column++)
            means[column] = MeanOf(values, column, columns);
        double squares = 0, spread = 0;
        for (int i = 0; i < values.Length; i++)
        {
            squares += (values[i] - reconstructed[i]) * (values[i] - reconstructed[i]);
            spread += (values[i] - means[i % columns]) * (values[i] - means[i % columns]);
        }

        return new Scores
        {
            Values = Scores.InOrder(
                ("reconstruction_error", squares / values.Length),
                ("explained_variance", spread == 0 ? null : 1 - (squares / spread)),
                (Experiments.MetricReference.CodeAccuracy, codeAccuracy)),
        };
    }

    /// <summary>The mean negative logarithm of the probability of the true class, with the clip of scikit-learn.</summary>
    /// <param name="labels">True class index of each row, at least one row.</param>
    /// <param name="probabilities">rows × classes, row after row.</param>
    /// <param name="classes">How many classes, two or more.</param>
    /// <exception cref="ArgumentException">As in <see cref="Classification"/>.</exception>
    public static double LogLoss(ReadOnlySpan<int> labels, ReadOnlySpan<double> probabilities, int classes)
    {
        CheckShape(labels, probabilities, classes);
        return LogLoss(labels, probabilities, classes, LogLossClip);
    }

    private static double LogLoss(ReadOnlySpan<int> labels, ReadOnlySpan<double> probabilities, int classes, double clip)
    {
        double sum = 0;
        for (int row = 0; row < labels.Length; row++)
        {
            double total = 0;
            foreach (double probability in probabilities.Slice(row * classes, classes))
                total += Math.Clamp(probability, clip, 1 - clip);
            sum -= Math.Log(Math.Clamp(probabilities[(row * classes) + labels[row]], clip, 1 - clip) / total);
        }

        return sum / labels.Length;
    }

    private static double Brier(ReadOnlySpan<int> labels, ReadOnlySpan<double> probabilities, int classes)
    {
        double sum = 0;
        for (int row = 0; row < labels.Length; row++)
        {
            for (int label = classes == 2 ? 1 : 0; label < classes; label++)
            {
                double difference = probabilities[(row * classes) + label] - (labels[row] == label ? 1 : 0);
                sum += difference * difference;
            }
        }

        return sum / labels.Length;
    }

    // Equal values are their own mean, exactly: what rounding leaves would be their spread, and R² would be −1e33.
    private static double MeanOf(ReadOnlySpan<double> values, int first = 0, int stride = 1)
    {
        int rows = values.Length / stride;
        double mean = 0;
        bool areEqual = true;
        for (int i = first; i < values.Length; i += stride)
        {
            mean += values[i] / rows;
            areEqual &= values[i] == values[first];
        }

        return areEqual ? values[first] : mean;
    }

    /// <summary>The class that a model predicts: the first of the largest probabilities.</summary>
    internal static int LargestOf(ReadOnlySpan<double> probabilities)
    {
        int best = 0;
        for (int label = 1; label < probabilities.Length; label++)
            best = probabilities[label] > probabilities[best] ? label : best;
        return best;
    }

    private static void CheckShape(ReadOnlySpan<int> labels, ReadOnlySpan<double> probabilities, int classes)
    {
        if (labels.IsEmpty || classes < 2 || probabilities.Length != (long)labels.Length * classes)
            throw new ArgumentException($"{labels.Length} rows of {classes} classes need {(long)labels.Length * classes} probabilities, "
                + $"found {probabilities.Length}.", nameof(probabilities));
        foreach (int label in labels)
        {
            if (label < 0 || label >= classes)
                throw new ArgumentException($"Class {label} is not one of 0 … {classes - 1}.", nameof(labels));
        }

        CheckFinite(probabilities, nameof(probabilities));
    }

    private static void CheckFinite(ReadOnlySpan<double> values, string name)
    {
        for (int i = 0; i < values.Length; i++)
        {
            if (!double.IsFinite(values[i]))
                throw new ArgumentException($"Value {i} is {values[i]}, not a finite number.", name);
        }
    }
}

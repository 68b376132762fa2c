using FrameworkBench.Engines.Processes;
using FrameworkBench.Protocol.Arrays;
using FrameworkBench.Protocol.FittedModels;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Reading;
using FrameworkBench.Trials;

namespace FrameworkBench.Engines;

/// <summary>
/// Turns an engine's final reply into an outcome, and checks what cannot be: shapes, finite values, probabilities, times.
/// </summary>
internal static class OutcomeReader
{
    // 60 million predictions; the largest experiment asks for 700,000.
    private const long MostBytes = 500_000_000;

    /// <summary>Reads the outcome of a fit.</summary>
    /// <param name="request">The request.</param>
    /// <param name="reply">The engine's last reply to it.</param>
    /// <param name="rows">Rows that were to be predicted.</param>
    /// <param name="outputs">Classes, or columns of the target.</param>
    /// <param name="wall">Time from request to reply.</param>
    /// <param name="peakBytes">The process's peak memory.</param>
    /// <param name="log">The end of the engine's log.</param>
    public static Outcome Read(FitRequest request, Reply reply, int rows, int outputs, TimeSpan wall, long peakBytes, string? log) =>
        reply switch
        {
            FittedReply fitted => Read(request, fitted, rows, outputs, wall, log) with { PeakBytes = peakBytes },
            UnsupportedReply unsupported => Outcome.Without(TrialStatus.Unsupported, unsupported.Missing),
            FailedReply failed => Outcome.Without(TrialStatus.Failed, failed.Reason, failed.Detail ?? log),
            CancelledReply => Outcome.Without(TrialStatus.Failed, "the engine cancelled the fit on its own", log),
            _ => Outcome.Without(TrialStatus.Failed, $"the engine ended the fit with '{reply.GetType().Name}'", log),
        };

    private static Outcome Read(FitRequest request, FittedReply fitted, int rows, int outputs, TimeSpan wall, string? log)
    {
        NpyArray array;
        try
        {
            array = ReadFile(request.Arrays.Predictions);
        }
        catch (Exception error) when (error is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            return Outcome.Without(TrialStatus.Failed, $"the predictions cannot be read: {error.Message}", log);
        }

        if (ShapeProblem(array, rows, outputs) is { } shape)
            return Outcome.Without(TrialStatus.Failed, shape, log);
        if (ReplyCheck.Problem(fitted, wall) is { } impossible)
            return Outcome.Without(TrialStatus.Failed, impossible, log);
        if (fitted.Explanation is { } explanation && ExplanationCheck.Problem(explanation, request.Features, outputs) is { } unsound)
            return Outcome.Without(TrialStatus.Failed, unsound, log);

        Predictions? codes = null;
        if (request.Arrays.Codes is { } place && File.Exists(place) && CodesProblem(place, rows, out codes) is { } misshapen
            && fitted.Stopped != StopReason.Diverged)
            return Outcome.Without(TrialStatus.Failed, misshapen, log);

        var predictions = new Predictions(rows, outputs, array.ToDoubles());
        bool finite = Array.TrueForAll(predictions.Values, double.IsFinite);
        if (!finite && fitted.Stopped != StopReason.Diverged)
            return Outcome.Without(TrialStatus.Failed, "the predictions are not all finite numbers", log);
        if (finite && request.Task is TaskKind.Binary or TaskKind.Multiclass
            && OutcomeCheck.ProbabilityProblem(predictions) is { } probability)
            return Outcome.Without(TrialStatus.Failed, probability, log);

        FittedModel? model = null;
        if (finite && request.Arrays.Model is { } file && FittedModelReader.Problem(request, file, predictions, out model) is { } unusable)
            return Outcome.Without(TrialStatus.Failed, unusable, log);

        return new Outcome
        {
            Status = finite && fitted.Stopped != StopReason.Diverged ? TrialStatus.Done : TrialStatus.Diverged,
            Reason = fitted.Stopped == StopReason.Diverged ? $"the loss was no longer finite after epoch {fitted.Epochs}" : null,
            Predictions = finite ? predictions : null,
            Codes = finite ? codes : null,
            Model = model,
            HardLabels = fitted.HardLabels,
            History = fitted.History,
            Epochs = fitted.Epochs,
            BestEpoch = fitted.BestEpoch,
            Stopped = fitted.Stopped,
            FitSeconds = fitted.FitSeconds,
            PredictSeconds = fitted.PredictSeconds,
            Parameters = fitted.Parameters,
            Threads = fitted.Threads,
            Measures = fitted.Measures,
            Explanation = fitted.Explanation,
            Notes = fitted.Notes,
        };
    }

    private static string? ShapeProblem(NpyArray array, int rows, int outputs) =>
        array.Shape.Count == 2 && array.Rows == rows && array.Columns == outputs
            ? null
            : $"the predictions have shape ({string.Join(", ", array.Shape)}), expected ({rows}, {outputs})";

    private static string? CodesProblem(string path, int rows, out Predictions? codes)
    {
        codes = null;
        try
        {
            NpyArray array = ReadFile(path);
            if (array.Shape.Count != 2 || array.Rows != rows)
                return $"the codes have shape ({string.Join(", ", array.Shape)}), expected ({rows}, width of the code)";
            double[] values = array.ToDoubles();
            if (!Array.TrueForAll(values, double.IsFinite))
                return "the codes are not all finite numbers";
            codes = new Predictions(rows, array.Columns, values);
            return null;
        }
        catch (Exception error) when (error is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            return $"the codes cannot be read: {error.Message}";
        }
    }

    private static NpyArray ReadFile(string path) => NpyFile.Read(Regular(path));

    /// <summary>A file that an engine wrote; a pipe, which has no length, would be read for ever, and a link may lead anywhere.</summary>
    /// <exception cref="InvalidDataException">It is none, or is too large to be read.</exception>
    internal static string Regular(string path)
    {
        if (new FileInfo(path) is not { Exists: true, LinkTarget: null, Length: > 0 and var length })
            throw new InvalidDataException($"{path} is missing, empty or no regular file");
        return length <= MostBytes
            ? path : throw new InvalidDataException($"{path} has {ByteSize.Format(length)}, more than {ByteSize.Format(MostBytes)}");
    }
}

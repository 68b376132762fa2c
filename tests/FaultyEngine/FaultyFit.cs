using FrameworkBench.Protocol.Arrays;
using FrameworkBench.Protocol.Hosting;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Protocol.Models;

namespace FrameworkBench.FaultyEngine;

/// <summary>Fits by predicting class shares or means, and does it wrong on request.</summary>
/// <param name="everyFit">The fault of every fit whose seed asks for none.</param>
/// <param name="now">Told the fault of each fit, so that the channel can join in.</param>
public sealed class FaultyFit(Fault everyFit, Action<Fault> now) : IEngine
{
    /// <summary>The seed that asks for the first fault, which is none; one more asks for the next.</summary>
    public const long FirstSeed = 900_000;

    private int fits;
    private byte[]? memory;

    /// <inheritdoc/>
    public HelloReply Describe() => new()
    {
        Engine = "faulty",
        Framework = "FaultyEngine",
        Version = Environment.GetEnvironmentVariable("FAULTY_VERSION") ?? "1",
        Capabilities = new Capabilities
        {
            Models = [ConstantSpec.KindName, BoostedTreesSpec.KindName],
            Precisions = [Precision.Float32, Precision.Float64],
        },
    };

    /// <inheritdoc/>
    public double? Calibrate(int size, int threads) => null;

    /// <inheritdoc/>
    public Fitted Fit(FitTask task, Action<FitProgress> report, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(report);
        Fault fault = FaultOf(task.Seed);
        now(fault);
        if (task.Model is not ConstantSpec and not BoostedTreesSpec && fault != Fault.Pretends)
            throw new UnsupportedException($"model {task.Model.Kind}");
        if (task.Model is BoostedTreesSpec { Rounds: > 1_000_000 } && fault == Fault.None)
            fault = Fault.LongFit;

        switch (fault)
        {
            case Fault.Crash:
                Environment.FailFast(null);
                break;
            case Fault.Segfault:
                FaultySegfault.Raise();
                break;
            case Fault.TellsEnvironment:
                foreach (string name in Environment.GetEnvironmentVariables().Keys)
                    Console.Error.Write(name + ' ');
                Console.Error.WriteLine();
                break;
            case Fault.Hang or Fault.DeafToCancel or Fault.Outlives:
                Thread.Sleep(Timeout.Infinite);
                break;
            case Fault.LongFit:
                for (int round = 1; ; round++)
                {
                    report(new FitProgress(round, 1.0 / round));
                    cancellation.WaitHandle.WaitOne(TimeSpan.FromMilliseconds(1));
                    cancellation.ThrowIfCancellationRequested();
                }

            case Fault.FloodedLog:
                for (int line = 0; line < 10_000; line++)
                    Console.Error.WriteLine($"line {line}: {new string('x', 100)}");
                break;
            case Fault.LeavesChild or Fault.CrashLeavesChild or Fault.ChildHoldsOutput:
                FaultyChild.Start(fault);
                break;
            case Fault.LongLogLine:
                for (int piece = 0; piece < 20_000; piece++)
                    Console.Error.Write(new string('x', 10_000));
                Console.Error.WriteLine();
                break;
            case Fault.EndlessLog:
                while (true)
                    Console.Error.Write(new string('x', 10_000));
            case Fault.EndlessProgress:
                for (int round = 1; ; round++)
                    report(new FitProgress(round, 1.0 / round));
            case Fault.Memory:
                memory = GC.AllocateUninitializedArray<byte>(int.MaxValue - 100);
                for (int at = 0; at < memory.Length; at += 4096)
                    memory[at] = 1;
                Thread.Sleep(Timeout.Infinite);
                break;
            case Fault.NoTime:
                Thread.Sleep(2000);
                break;
            case Fault.Failure:
                throw new InvalidOperationException("asked to fail");
        }

        fits++;
        return new Fitted
        {
            Predictions = Predict(task, fault),
            FitSeconds = fault switch
            {
                Fault.TooMuchTime => 3600,
                Fault.NoTime => 0,
                _ => 1e-6,
            },
            PredictSeconds = 0,
            Parameters = task.Outputs,
            Explanation = task.Explain ? new Explanation
            {
                Importance = [fault == Fault.FalseExplanation ? 2 : 1, .. new double[task.TrainX.Columns - 1]],
            } : null,
        };
    }

    private NpyArray Predict(FitTask task, Fault fault)
    {
        int columns = task.Outputs + (fault == Fault.WrongShape ? 1 : 0);
        double[] row = new double[columns];
        for (int i = 0; i < task.TrainY.Rows; i++)
        {
            if (task.Task != TaskKind.Regression)
                row[task.TrainY.ToIntegers()[i]] += 1.0 / task.TrainY.Rows;
            else
                row[0] += task.TrainY.ToDoubles()[i * task.Outputs] / task.TrainY.Rows;
        }

        if (fault == Fault.NotFinite)
            row[0] = double.NaN;
        if (fault == Fault.ImpossibleProbabilities)
            row[0] += 0.5;
        if (fault == Fault.Restless)
            (row[0], row[^1]) = (1.0 / (fits + 2), 1 - (1.0 / (fits + 2)));
        int rows = task.PredictX.Rows - (fault == Fault.TooFewRows ? 1 : 0);
        double[] values = [.. Enumerable.Repeat(row, rows).SelectMany(copy => copy)];
        return NpyArray.Matrix(rows, columns, values);
    }

    private Fault FaultOf(long seed)
    {
        long number = seed - FirstSeed;
        return number > 0 && Enum.IsDefined((Fault)number) ? (Fault)number : everyFit;
    }
}

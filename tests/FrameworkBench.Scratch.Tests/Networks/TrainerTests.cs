using FrameworkBench.Scratch.Networks;
using FrameworkBench.Scratch.Networks.Initializations;
using FrameworkBench.Scratch.Networks.Layers;
using FrameworkBench.Scratch.Networks.Losses;
using FrameworkBench.Scratch.Networks.Optimizers;
using FrameworkBench.Scratch.Networks.Training;

namespace FrameworkBench.Scratch.Tests.Networks;

public class TrainerTests
{
    private static readonly LayerDefinition[] Regularized =
    [
        new Dense(16, Initialization.HeNormal), new BatchNormalization(), new Activation(ActivationKind.Relu), new Dropout(0.3),
        new Dense(3, Initialization.HeNormal), new Activation(ActivationKind.Softmax),
    ];

    private static TrainingOptions Options => new()
    {
        Loss = Loss.CategoricalCrossEntropy,
        Optimizer = new Adam(0.01),
        Epochs = 6,
        BatchSize = 16,
        Seed = 7,
    };

    [Fact]
    public void The_same_seed_gives_the_same_network_to_the_last_bit_and_another_seed_another()
    {
        float[] Run(ulong seed)
        {
            var network = new Network<float>(5, Regularized, seed);
            new Trainer<float>(Options with { Seed = seed, L2 = 0.1 }).Train(network, Singles(100));
            return network.Parameters.Span.ToArray();
        }

        Assert.Equal(Run(3), Run(3));
        Assert.NotEqual(Run(3), Run(4));
    }

    [Fact]
    public void A_drawn_batch_order_visits_every_row_once_an_epoch()
    {
        var samples = new Samples<double>([.. Enumerable.Range(0, 10).Select(i => (double)i)], new double[10], 10);
        var source = new BatchSource<double>(samples, Options with { BatchSize = 4 });
        var orders = new HashSet<string>(StringComparer.Ordinal);
        for (int epoch = 0; epoch < 5; epoch++)
        {
            source.StartEpoch(epoch);
            var seen = new List<double>();
            for (int batch = 0; batch < source.Batches; batch++)
            {
                source.Get(batch, out ReadOnlySpan<double> inputs, out _);
                seen.AddRange(inputs[..source.RowsOf(batch)].ToArray());
            }

            Assert.Equal(samples.Inputs, seen.Order());
            orders.Add(string.Join(' ', seen));
        }

        Assert.Equal(5, orders.Count);
    }

    [Fact]
    public void A_given_batch_order_in_the_given_order_is_the_same_as_no_shuffling()
    {
        double[] Run(TrainingOptions options)
        {
            var network = new Network<double>(5, Regularized, seed: 1);
            new Trainer<double>(options).Train(network, Doubles(50));
            return network.Parameters.Span.ToArray();
        }

        int[][] order = [.. Enumerable.Range(0, 6).Select(_ => Enumerable.Range(0, 50).ToArray())];
        Assert.Equal(Run(Options with { Shuffle = false }), Run(Options with { BatchOrder = order }));
    }

    [Fact]
    public void A_full_batch_is_null_zero_or_more_rows_than_there_are()
    {
        double Run(int? batch) => new Trainer<double>(Options with { BatchSize = batch })
            .Train(new Network<double>(5, Regularized, seed: 1), Doubles(30)).History[^1].TrainingLoss;

        Assert.Equal(Run(null), Run(0));
        Assert.Equal(Run(null), Run(1000));
    }

    [Fact]
    public void The_training_loss_is_that_before_the_update_and_weighted_by_rows()
    {
        // One weight, rate 0: every batch sees the same network.
        var network = new Network<double>(1, [new Dense(1)]);
        network.SetParameters([[0], [0]]);
        TrainingResult result = new Trainer<double>(new TrainingOptions
        {
            Loss = Loss.MeanSquaredError,
            Optimizer = new GradientDescent(1e-300),
            Epochs = 1,
            BatchSize = 2,
        }).Train(network, new Samples<double>([1, 1, 1], [1, 2, 6], 3));
        Assert.Equal((1 + 4 + 36) / 3.0, result.History[0].TrainingLoss, 1e-12);
    }

    [Fact]
    public void Accuracies_are_reported_on_request()
    {
        var network = new Network<double>(1, [new Dense(1), new Activation(ActivationKind.Sigmoid)]);
        network.SetParameters([[1], [0]]);
        var samples = Samples<double>.OfTwoClasses([-1, 2, 3, 4], [0, 1, 0, 1]);
        TrainingResult result = new Trainer<double>(new TrainingOptions
        {
            Loss = Loss.BinaryCrossEntropy,
            Optimizer = new GradientDescent(1e-300),
            Epochs = 1,
            ReportAccuracy = true,
        }).Train(network, samples, samples);
        EpochReport epoch = result.History[0];
        Assert.Equal(0.75, epoch.TrainingAccuracy);
        Assert.Equal(0.75, epoch.ValidationAccuracy);
        Assert.Equal(epoch.TrainingLoss, epoch.ValidationLoss, 1e-14);
    }

    [Fact]
    public void A_loss_that_overflows_ends_training_as_diverged()
    {
        var network = new Network<float>(5, [new Dense(8), new Dense(3)], seed: 1);
        TrainingResult result = new Trainer<float>(new TrainingOptions
        {
            Loss = Loss.MeanSquaredError,
            Optimizer = new GradientDescent(1e6),
            Epochs = 100,
        }).Train(network, Singles(40));
        Assert.Equal(Stopped.Diverged, result.Stopped);
        Assert.InRange(result.Epochs, 1, 99);
        Assert.All(result.History, epoch => Assert.True(double.IsFinite(epoch.TrainingLoss)));
    }

    [Fact]
    public void Progress_is_called_after_every_epoch_and_a_cancelled_token_ends_training()
    {
        using var cancellation = new CancellationTokenSource();
        var epochs = new List<int>();
        var trainer = new Trainer<double>(Options with { Epochs = 1000 });
        Assert.Throws<OperationCanceledException>(() => trainer.Fit(
            new Network<double>(5, Regularized),
            Doubles(50),
            progress: report =>
            {
                epochs.Add(report.Epoch);
                if (report.Epoch == 3)
                    cancellation.Cancel();
            },
            cancellationToken: cancellation.Token));
        Assert.Equal([0, 1, 2, 3], epochs);
    }

    [Fact]
    public void Gradient_norms_are_one_number_a_parameterized_layer()
    {
        var network = new Network<double>(2, [new Dense(2), new Activation(ActivationKind.Linear), new Dense(1)]);
        network.SetParameters([[1, 0, 0, 1], [0, 0], [1, 1], [0]]);
        var loss = LossFunction<double>.Create(Loss.MeanSquaredError, network.Definitions[^1]);
        network.Reserve(1);
        network.Learn([1, 2], [5], 1, loss, ForwardMode.Inference);

        // The error is −2, so dz = −4; the last layer's gradient is (1, 2, 1)·dz, the first's (1, 2, 1)·dz in both columns.
        double last = 4 * Math.Sqrt(6);
        Assert.Equal([last * Math.Sqrt(2), last], GradientNorms.Of(network), Close);
    }

    // The runtime itself allocates now and then on a thread that shares its process with other tests. What the training allocates
    // it allocates every time.
    [Fact]
    public void After_the_first_epochs_training_allocates_nothing()
    {
        foreach (Loss loss in Enum.GetValues<Loss>())
            Assert.Contains(0, Enumerable.Range(0, 3).Select(_ => AllocatedAfterTheFirstEpochs(loss)));

        static long AllocatedAfterTheFirstEpochs(Loss loss)
        {
            var network = new Network<float>(5, Regularized, seed: 1);
            long[] allocated = new long[40];
            new Trainer<float>(Options with
            {
                Loss = loss,
                Epochs = allocated.Length,
                L2 = 0.1,
                ReportAccuracy = true,
                EarlyStopping = new EarlyStopping(Watch.ValidationLoss, 1000),
            }).Train(network, Singles(70), Singles(300), report => allocated[report.Epoch] = GC.GetAllocatedBytesForCurrentThread());
            return allocated[^1] - allocated[2];
        }
    }

    [Fact]
    public void Samples_that_do_not_fit_are_refused()
    {
        var trainer = new Trainer<double>(Options);
        ArgumentException inputs = Assert.Throws<ArgumentException>(() => trainer.Train(new Network<double>(4, Regularized), Doubles(10)));
        Assert.Equal("The training rows have 5 inputs; the network takes 4. (Parameter 'samples')", inputs.Message);
        ArgumentException targets = Assert.Throws<ArgumentException>(
            () => trainer.Train(new Network<double>(5, [new Dense(2)]), Doubles(10)));
        Assert.Equal("The training rows have 3 targets; the network has 2 outputs. (Parameter 'samples')", targets.Message);
        ArgumentException nothing = Assert.Throws<ArgumentException>(
            () => trainer.Train(new Network<double>(5, [new Activation(ActivationKind.Softmax)]), Doubles(10)));
        Assert.Equal("The network has no parameters, so there is nothing to train. (Parameter 'network')", nothing.Message);
    }

    [Theory]
    [InlineData("The epochs is 0; it must be at least 1.", 0)]
    [InlineData("The learning rate is -1; it must be greater than 0.", 1)]
    [InlineData("The L2 penalty is NaN; it must be at least 0.", 2)]
    [InlineData("The patience is -1; it must be at least 0.", 3)]
    [InlineData("The β₂ is 1; it must be at least 0 and less than 1.", 4)]
    [InlineData("The momentum is NaN; it must be at least 0 and less than 1.", 5)]
    [InlineData("The epsilon is 0; it must be greater than 0.", 6)]
    [InlineData("The weight decay is -0.1; it must be at least 0.", 7)]
    [InlineData("The batch size is -3; it must be at least 1, or 0 or null for all rows.", 8)]
    public void Options_out_of_range_are_refused(string message, int option)
    {
        TrainingOptions[] wrong =
        [
            Options with { Epochs = 0 },
            Options with { Optimizer = new Adam(-1) },
            Options with { L2 = double.NaN },
            Options with { EarlyStopping = new EarlyStopping(Watch.TrainingLoss, -1) },
            Options with { Optimizer = new Adam(Beta2: 1) },
            Options with { Optimizer = new Momentum(0.1, double.NaN) },
            Options with { Optimizer = new RmsProp(Epsilon: 0) },
            Options with { Optimizer = new AdamW(WeightDecay: -0.1) },
            Options with { BatchSize = -3 },
        ];
        Assert.Equal(message, Assert.Throws<ArgumentException>(() => new Trainer<float>(wrong[option])).Message);
    }

    private static bool Close(double a, double b) => Math.Abs(a - b) < 1e-9;

    private static Samples<double> Doubles(int rows) =>
        Samples<double>.OfClasses(Examples.Gaussians(rows * 5, 1), Examples.Labels(rows, 3, 2), 3);

    private static Samples<float> Singles(int rows) => Samples<float>.OfClasses(
        [.. Examples.Gaussians(rows * 5, 1).Select(value => (float)value)], Examples.Labels(rows, 3, 2), 3);
}

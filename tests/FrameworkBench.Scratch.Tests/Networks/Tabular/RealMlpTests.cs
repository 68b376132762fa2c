using FrameworkBench.Scratch.Networks;
using FrameworkBench.Scratch.Networks.Tabular;
using FrameworkBench.Scratch.Networks.Training;

namespace FrameworkBench.Scratch.Tests.Networks.Tabular;

public class RealMlpTests
{
    private static readonly int[] Hidden = [256, 256, 256];
    private static readonly InputColumn Numeric = new(Categories: 0), Indicator = new(IsIndicator: true), Coded = new(Categories: 3);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Losses_are_those_of_the_authors_own_code(int number)
    {
        Golden golden = Golden.Read("realmlp-reference.json", "tabular_networks")["cases"].Items.ElementAt(number);
        int rows = (int)golden.Number("rows"), columns = (int)golden.Number("columns"), classes = (int)golden.Number("classes");
        float[] x = Array.ConvertAll(golden.Array("x"), value => (float)value);
        double[] y = golden.Array("y");
        int[][] leftOut = golden.WholeArrays("left_out");
        double[] expected = golden.Array("losses");
        RealMlpOptions options = Simplified with
        {
            Curve = classes > 0 ? Curve.Selu : Curve.Mish,
            LearningRate = classes > 0 ? 0.04 : 0.07,
        };
        Samples<float> samples = classes > 0
            ? RealMlp.Smoothed(
                Samples<float>.OfClasses(x, Array.ConvertAll(y, label => (int)label), classes), options.LabelSmoothing)
            : new Samples<float>(x, Array.ConvertAll(y, value => (float)value), rows);
        Network<float> network = RealMlp.Create<float>(
            options, [.. Enumerable.Repeat(Numeric, columns)], Math.Max(1, classes), classes > 0, range: null, seed: 1);
        RealMlp.SetParameters(network, ByFormula((ulong)golden.Number("seed"), network.ParameterLengths));

        TrainingResult result = new Trainer<float>(RealMlp.Training(options, classes > 0, hasValidation: false) with
        {
            BatchOrder =
            [
                .. Enumerable.Range(0, options.Epochs).Select(epoch => leftOut[Math.Min(epoch, leftOut.Length - 1)])
                    .Select(left => Enumerable.Range(0, rows).Except(left).Concat(left).ToArray()),
            ],
        }).Fit(network, samples);

        for (int update = 0; update < expected.Length; update++)
            Assert.InRange(result.History[update].TrainingLoss, expected[update] - 1e-4, expected[update] + 1e-4);
    }

    [Fact]
    public void Weighted_sums_start_with_variance_one_and_biases_within_the_rows()
    {
        Samples<double> samples = Rows(200);
        Network<double> network =
            RealMlp.Create<double>(new RealMlpOptions { Hidden = [40, 30] }, [Numeric, Indicator, Coded], 3, true, null, seed: 5);
        RealMlp.Start(network, new RealMlpOptions(), samples, seed: 5);

        // Behind the embedding, the factors and the first dense layer.
        double[] sums = network.Encode(samples.Inputs, 3);
        for (int unit = 0; unit < 40; unit++)
        {
            double[] column = [.. Enumerable.Range(0, 200).Select(row => sums[(row * 40) + unit])];
            double mean = column.Average();
            Assert.InRange(column.Average(value => (value - mean) * (value - mean)), 1 - 1e-9, 1 + 1e-9);
            Assert.True(column.Min() < 0 && column.Max() > 0);
        }
    }

    [Fact]
    public void The_simplified_network_starts_with_an_output_layer_of_zeros()
    {
        Samples<double> samples = Rows(50);
        Network<double> network = RealMlp.Create<double>(Simplified, [Numeric, Indicator, Numeric], 3, true, null, seed: 2);
        RealMlp.Start(network, Simplified, samples, seed: 2);

        Assert.All(network.Predict(samples.Inputs), probability => Assert.Equal(1.0 / 3, probability, 1e-12));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1.0 / 15, 0)]
    [InlineData(0.2, 0)]
    [InlineData(7.0 / 15, 0)]
    [InlineData(0.0276142374915397, 1)]
    public void The_rate_goes_through_four_cosine_cycles(double share, double factor) =>
        Assert.Equal(factor, RealMlp.FourCosineCycles(share), 1e-9);

    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.5, 1)]
    [InlineData(0.75, 0.5)]
    [InlineData(1, 0)]
    public void Decay_and_dropout_are_flat_and_then_fall(double share, double factor) =>
        Assert.Equal(factor, RealMlp.FlatThenCosine(share), 1e-12);

    [Fact]
    public void A_category_without_a_code_of_its_own_is_refused()
    {
        Network<double> network = RealMlp.Create<double>(new RealMlpOptions(), [Coded], 2, true, null, seed: 1);

        var error = Assert.Throws<ArgumentException>(() => network.Predict([3]));

        Assert.Contains("codes 0 to 2", error.Message);
    }

    [Fact]
    public void Of_equal_epochs_the_latest_is_kept()
    {
        // One row to validate on: most epochs have the same accuracy.
        Samples<double> samples = Rows(60), validation = Rows(1);
        var options = new RealMlpOptions { Hidden = [8], Epochs = 12, BatchSize = 16 };
        Network<double> network = RealMlp.Create<double>(options, [Numeric, Indicator, Numeric], 3, true, null, seed: 4);
        RealMlp.Start(network, options, samples, seed: 4);

        TrainingResult result = new Trainer<double>(RealMlp.Training(options, true, hasValidation: true)).Fit(network, samples, validation);

        double best = result.History.Max(epoch => epoch.ValidationAccuracy);
        Assert.Equal(result.History.Last(epoch => epoch.ValidationAccuracy == best).Epoch, result.BestEpoch);
        Assert.True(result.History.Count(epoch => epoch.ValidationAccuracy == best) > 1);
    }

    private static RealMlpOptions Simplified => new()
    {
        IsSimplified = true,
        Hidden = Hidden,
        LearnsCurves = false,
        Periodic = false,
        Dropout = 0,
        WeightDecay = 0,
    };

    // As tests/fixtures/realmlp_reference.py says: factors of the inputs 1, the output layer 0, all else from one sequence.
    private static List<float[]> ByFormula(ulong seed, IReadOnlyList<int> lengths)
    {
        ulong state = seed;
        List<float[]> arrays = [Enumerable.Repeat(1f, lengths[0]).ToArray()];
        for (int array = 1; array < lengths.Count; array++)
        {
            float[] values = new float[lengths[array]];
            for (int i = 0; i < values.Length && array < lengths.Count - 2; i++)
            {
                state = unchecked((6364136223846793005UL * state) + 1442695040888963407UL);
                values[i] = (float)(((2 * ((state >> 11) / (double)(1UL << 53))) - 1) * Math.Sqrt(3));
            }

            arrays.Add(values);
        }

        return arrays;
    }

    private static Samples<double> Rows(int count)
    {
        var random = new Random(7);
        double[] x = new double[count * 3];
        int[] labels = new int[count];
        for (int row = 0; row < count; row++)
        {
            (x[3 * row], x[(3 * row) + 1], x[(3 * row) + 2]) = (random.NextDouble() - 0.3, random.Next(2), random.Next(3));
            labels[row] = x[3 * row] > 0.2 ? 2 : (int)x[(3 * row) + 1];
        }

        return Samples<double>.OfClasses(x, labels, 3);
    }
}

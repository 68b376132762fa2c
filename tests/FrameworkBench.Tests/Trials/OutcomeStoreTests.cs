using FrameworkBench.Protocol.Messages;
using FrameworkBench.Trials;

namespace FrameworkBench.Tests.Trials;

public sealed class OutcomeStoreTests : IDisposable
{
    private static readonly TrialKey Key = TrialKey.Of([("model", "a"), ("seed", "1")]);
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void What_is_kept_is_found_again_to_the_last_bit()
    {
        var store = new OutcomeStore(folder.Path);
        var outcome = new Outcome
        {
            Status = TrialStatus.Done,
            Predictions = new Predictions(2, 2, [0.1, 0.9, 1.0 / 3, 2.0 / 3]),
            History = new History { Loss = [0.7, 0.5], ValidationLoss = [0.8, double.NaN] },
            Epochs = 2,
            BestEpoch = 1,
            Stopped = StopReason.Early,
            FitSeconds = 0.25,
            PeakBytes = 1 << 20,
            Measures = new Dictionary<string, double> { ["first_error_free_pass"] = 4 },
            Notes = ["a setting was mapped"],
        };

        store.Keep(Key, outcome);
        Outcome found = Assert.IsType<Outcome>(new OutcomeStore(folder.Path).Find(Key));

        Assert.Equal(outcome.Predictions.Values, found.Predictions!.Values);
        Assert.Equal(outcome.History.Loss, found.History.Loss);
        Assert.True(double.IsNaN(found.History.ValidationLoss![1]));
        Assert.Equal(
            (outcome.Epochs, outcome.BestEpoch, outcome.Stopped, outcome.FitSeconds, outcome.PeakBytes),
            (found.Epochs, found.BestEpoch, found.Stopped, found.FitSeconds, found.PeakBytes));
        Assert.Equal(4, found.Measures["first_error_free_pass"]);
        Assert.Equal(outcome.Notes, found.Notes);
    }

    [Fact]
    public void Predictions_of_32_bits_are_stored_in_32_bits_and_lose_nothing()
    {
        var store = new OutcomeStore(folder.Path);
        float[] singles = [0.1f, 0.9f, 1 / 3f, 2 / 3f];
        store.Keep(Key, new Outcome
        {
            Status = TrialStatus.Done,
            Predictions = new Predictions(2, 2, Array.ConvertAll(singles, single => (double)single)),
        });

        string file = Assert.Single(Directory.GetFiles(folder.Path, "*.json", SearchOption.AllDirectories));

        Assert.Contains("\"bits\":32", File.ReadAllText(file), StringComparison.Ordinal);
        Assert.Equal(singles, store.Find(Key)!.Predictions!.Values.Select(value => (float)value));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"status\":\"done\",\"predic")]
    [InlineData("{\"status\":\"done\",\"predictions\":{\"rows\":2,\"columns\":2,\"bits\":32,\"values\":\"AAAA\"}}")]
    public void A_damaged_file_counts_as_missing_so_that_the_trial_is_run_again(string damaged)
    {
        var store = new OutcomeStore(folder.Path);
        store.Keep(Key, Outcome.Without(TrialStatus.Failed, "reason"));
        File.WriteAllText(Directory.GetFiles(folder.Path, "*.json", SearchOption.AllDirectories)[0], damaged);

        Assert.Null(store.Find(Key));
    }

    [Fact]
    public async Task Two_runs_that_keep_the_same_trial_at_once_leave_one_whole_outcome()
    {
        await Parallel.ForAsync(0, 40, TestContext.Current.CancellationToken, (i, _) =>
        {
            new OutcomeStore(folder.Path).Keep(Key, Outcome.Without(TrialStatus.Failed, $"reason {i}"));
            return ValueTask.CompletedTask;
        });

        Assert.StartsWith("reason", new OutcomeStore(folder.Path).Find(Key)!.Reason, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(folder.Path, "*.unfinished", SearchOption.AllDirectories));
    }

    [Fact]
    public void A_trial_that_was_never_kept_is_not_found() => Assert.Null(new OutcomeStore(folder.Path).Find(Key));
}

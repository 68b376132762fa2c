namespace FrameworkBench.Cli.Tests.Tampering;

/// <summary>
/// Results of a real run, small and with every kind of claim: two engines that run, of which one lacks networks, and one that is not
/// installed; claims that were frozen before the run, and some that were frozen after it. The seeds are none that the project's own results
/// have, which count as seen.
/// </summary>
public sealed class GenuineResults : IAsyncLifetime
{
    /// <summary>The experiments' files.</summary>
    public static readonly string[] Experiments = ["flowers.yaml", "tables.yaml"];

    private const string Flowers = """
        title: Flowers and wines
        datasets: [iris, wine]
        split: {k_fold: 5, repeats: 2, random_state: 900007, stratified: true}
        seeds: 2
        first_seed: 900010
        models:
          net: {kind: network, hidden: [6], train: {epochs: 8, learning_rate: 0.02}}
          small: {kind: tree, max_depth: 1}
          large: {kind: boosted_trees, rounds: 12, max_depth: 3}
          line: {kind: linear}
        claims:
          - {id: large-beats-small, says: Many trees beat one question., kind: beats, model: large, against: small, metric: accuracy, margin: 0.05}
          - {id: small-reaches, says: One question is often enough., kind: reaches, model: small, metric: accuracy, value: 0.6, share: 0.5}
          - {id: small-never, says: One question never tells all., kind: never_reaches, model: small, metric: accuracy, value: 0.99}
          - {id: large-at-least, says: Many trees tell most., kind: at_least, model: large, metric: accuracy, value: 0.9}
          - {id: small-at-least, says: One question tells nearly all., kind: at_least, model: small, metric: accuracy, value: 0.95}
          - {id: net-at-most, says: A small network is unsure., kind: at_most, model: net, metric: log_loss, value: 0.9}
          - {id: small-within, says: One question tells two thirds., kind: within, model: small, metric: accuracy, value: 0.66, margin: 0.05, dataset: iris}
          - {id: as-good, says: Trees are as good as a line., kind: equivalent, model: large, against: line, metric: accuracy, margin: 0.05}
          - {id: printed, says: The document prints one run., kind: plausible_run, model: line, printed: [{metric: accuracy, value: 0.9}, {metric: log_loss, value: 0.3}], dataset: iris}
          - {id: one-round, says: A tree is one round., kind: at_most, model: small, metric: epochs, value: 1000, by_construction: a single tree has no epochs}
        """;

    private const string Tables = """
        title: Six tables
        datasets: [iris, wine, glass, concrete, diabetes_lars, abalone]
        split: {k_fold: 3, repeats: 1, random_state: 3}
        seeds: 1
        models:
          constant: {kind: constant}
          line: {kind: linear}
          tree: {kind: tree, max_depth: 6}
          boosted: {kind: boosted_trees, rounds: 15}
        report:
          compare: [{model: boosted, against: tree, title: many trees}, {model: line, against: tree, title: a line}]
        claims:
          - {id: across, says: Many trees beat one., kind: better_across, model: boosted, against: tree, metric: score, tables: {rows_from: 100}}
          - {id: share, says: Many trees beat one on most tables., kind: better_on_share, model: boosted, against: tree, metric: score, share: 0.5, tables: {rows_from: 100}}
          - {id: practically, says: Many trees are clearly better., kind: practically_better, model: boosted, against: tree, metric: score, tables: {rows_from: 100}}
          - {id: share-of-way, says: Many trees are better by a share of the way., kind: practically_better, model: boosted, against: tree, metric: score, margin_share: 0.05, tables: {rows_from: 100}}
          - {id: mean, says: Trees score well., kind: mean_across, model: boosted, metric: score, value: 0.5, tables: {rows_from: 100}}
          - {id: error, says: The error on concrete is small., kind: at_most, model: boosted, metric: rmse, value: 8, dataset: concrete}
        """;

    private readonly TemporaryFolder folder = new();

    /// <summary>The folder with the experiments, the register and <c>results/</c>.</summary>
    public string Root => folder.Root;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(folder["results"]);
        string flowers = folder.Write("flowers.yaml", Flowers), tables = folder.Write("tables.yaml", Tables);
        await DoAsync("claims", "freeze", "--experiment", flowers, "--results", folder["results"], "--register", folder["claims.lock"]);
        await RunAsync(flowers, tables);
        await DoAsync("claims", "freeze", "--experiment", tables, "--results", folder["results"], "--register", folder["claims.lock"]);

        // The second run finds every trial in the store and marks the verdicts by the register as it is now.
        await RunAsync(flowers, tables);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        folder.Dispose();
        return ValueTask.CompletedTask;
    }

    private Task RunAsync(params string[] files) => DoAsync(
        ["run", .. files, "--engine", "scratch", "lightgbm", "keras", "--python", "/no/such/python", "--no-timings", "--store",
            folder["store"], "--results", folder["results"], "--register", folder["claims.lock"]]);

    private static async Task DoAsync(params string[] arguments)
    {
        Invocation done = await Invocation.RunAsync(arguments);
        Assert.True(done.ExitCode == 0, done.Output + done.Errors);
    }
}

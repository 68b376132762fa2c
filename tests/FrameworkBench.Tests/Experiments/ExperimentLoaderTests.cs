using FrameworkBench.Datasets.Preparation;
using FrameworkBench.Datasets.Splits;
using FrameworkBench.Experiments;
using FrameworkBench.Experiments.Claims;
using FrameworkBench.Experiments.Models;
using FrameworkBench.Experiments.Report;
using FrameworkBench.Experiments.Searches;
using FrameworkBench.Experiments.Splits;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Protocol.Models;
using FrameworkBench.Protocol.Models.Tabular;

namespace FrameworkBench.Tests.Experiments;

public sealed class ExperimentLoaderTests
{
    private const string Rule = "at most 60 of the characters a to z, 0 to 9 and '-', the first of them a letter or digit";

    private static readonly ExperimentLoader Loader = new(TestVocabulary.Instance);

    [Theory]
    [InlineData("timings", "the results have a page of that name")]
    [InlineData("Parity", "the results have a page of that name")]
    [InlineData("README", "the results have a page of that name")]
    [InlineData("environment", "the results have a page of that name")]
    [InlineData("documents", "the results have a page of that name")]
    [InlineData("claims", "the results have a page of that name")]
    [InlineData("ledger", "the results have a page of that name")]
    [InlineData(".hidden", Rule)]
    [InlineData("-rf", Rule)]
    [InlineData("Iris", Rule)]
    [InlineData("two words", Rule)]
    [InlineData("über", Rule)]
    [InlineData("what?", Rule)]
    [InlineData("two\nlines", "'two\uFFFDlines' cannot be the name of an experiment")]
    public void A_name_of_which_the_results_cannot_have_a_folder_is_refused(string name, string message)
    {
        var loader = new ExperimentLoader(TestVocabulary.Real);

        var exception =
            Assert.Throws<ExperimentException>(() => loader.Parse($"{name}.yaml", "dataset: iris\nmodels: {tree: {kind: tree}}\n"));

        Assert.Single(exception.Problems);
        Assert.Contains(message, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_of_60_characters_is_taken_and_one_of_61_is_not()
    {
        var loader = new ExperimentLoader(TestVocabulary.Real);
        const string Yaml = "dataset: iris\nmodels: {tree: {kind: tree}}\n";

        Assert.Equal(60, loader.Parse($"{new string('a', 60)}.yaml", Yaml).Name.Length);
        Assert.Throws<ExperimentException>(() => loader.Parse($"{new string('a', 61)}.yaml", Yaml));
    }

    [Theory]
    [InlineData("houses", "", "houses")]
    [InlineData("My houses (2)", "", "my-houses-2")]
    [InlineData("horse_colic_na", "-tuned", "horse-colic-na-tuned")]
    [InlineData("README", "", "readme-1")]
    [InlineData("数据", "", "table")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa-bbbbbbbbb", "-tuned",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa-tuned")]
    public void Any_name_can_be_made_one_of_an_experiment(string name, string ending, string expected)
    {
        string made = ExperimentNames.ForExperiment(name, ending);

        Assert.Equal(expected, made);
        var loader = new ExperimentLoader(TestVocabulary.Real);
        Assert.Equal(made, loader.Parse($"{made}.yaml", "dataset: iris\nmodels: {t: {kind: tree}}\n").Name);
    }

    [Theory]
    [InlineData("two words")]
    [InlineData("a/b")]
    [InlineData("-a")]
    [InlineData("é")]
    public void A_claim_has_an_id_that_the_register_can_hold(string id)
    {
        string yaml = $"dataset: iris\nmodels: {{tree: {{kind: tree}}}}\nclaims:\n- {{id: '{id}', says: It learns., "
            + "test: {kind: reaches, model: tree, metric: accuracy, value: 0.9}}\n";

        var loader = new ExperimentLoader(TestVocabulary.Real);
        string message = Assert.Throws<ExperimentException>(() => loader.Parse("file.yaml", yaml)).Message;

        Assert.StartsWith(
            $"file.yaml:4: claims[0].id: '{id}' cannot be the id of a claim; use letters, ", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Three_lines_are_an_experiment()
    {
        Experiment experiment = Loader.Parse(
            "somewhere/first-try.yaml",
            """
            dataset: wine
            models:
              net: {kind: network, hidden: [16]}
            """);

        Assert.Equal(("first-try", "first-try"), (experiment.Name, experiment.Title));
        Assert.Equal(new KFold(3, 1, 42, Stratified: true) { KeepDuplicatesTogether = true }, experiment.Split.For(Profile.Quick));
        Assert.Equal(new KFold(5, 2, 42, Stratified: true) { KeepDuplicatesTogether = true }, experiment.Split.For(Profile.Default));
        Assert.Equal(new KFold(5, 4, 42, Stratified: true) { KeepDuplicatesTogether = true }, experiment.Split.For(Profile.Full));
        ExperimentModel model = Assert.Single(experiment.Models);
        Assert.Equal(new PreparationPlan(), model.Preparation);
        Assert.Equal((1, 2, 5), (model.Seeds.For(Profile.Quick), model.Seeds.For(Profile.Default), model.Seeds.For(Profile.Full)));
        Assert.Equal(
            new NetworkSpec
            {
                Layers = [new DenseLayer
                {
                    Units = 16,
                    Activation = Activation.Relu,
                }, new DenseLayer { Units = DenseLayer.OutputUnits, Activation = Activation.Softmax }],
                Train = new()
                {
                    Loss = Loss.CategoricalCrossEntropy,
                    Optimizer = Optimizer.Adam,
                    LearningRate = 0.001,
                    Epochs = 100,
                    BatchSize = 32,
                },
            },
            model.Spec);
    }

    [Fact]
    public void A_file_with_the_line_ends_of_Windows_is_the_same_experiment()
    {
        string text = File.ReadAllText(ExperimentFiles.EveryKey).ReplaceLineEndings("\n");

        Experiment unix = Loader.Parse(ExperimentFiles.EveryKey, text),
        windows = Loader.Parse(ExperimentFiles.EveryKey, text.ReplaceLineEndings("\r\n"));

        Assert.Equivalent(unix, windows, strict: true);
    }

    [Theory]
    [InlineData(TaskKind.Binary, 1, Activation.Sigmoid, Loss.BinaryCrossEntropy)]
    [InlineData(TaskKind.Multiclass, DenseLayer.OutputUnits, Activation.Softmax, Loss.CategoricalCrossEntropy)]
    [InlineData(TaskKind.Regression, DenseLayer.OutputUnits, Activation.Linear, Loss.MeanSquaredError)]
    public void A_network_given_by_its_hidden_layers_follows_each_task(TaskKind task, int units, Activation activation, Loss loss)
    {
        Experiment experiment = Parse(
            """
            datasets: [wine, wdbc, ames]
            models:
              net: {kind: network, hidden: [8], dropout: 0.1}
            """);

        NetworkSpec network = Assert.IsType<NetworkSpec>(experiment.Models[0].SpecFor(task));
        Assert.Equal(
            [new DenseLayer
            {
                Units = 8,
                Activation = Activation.Relu,
            }, new DropoutLayer { Rate = 0.1 }, new DenseLayer { Units = units, Activation = activation }],
            network.Layers);
        Assert.Equal(loss, network.Train.Loss);
    }

    [Theory]
    [InlineData(TaskKind.Binary, 1, Activation.Sigmoid)]
    [InlineData(TaskKind.Multiclass, DenseLayer.OutputUnits, Activation.Softmax)]
    public void How_weights_start_is_said_once_for_all_layers_and_a_slope_for_the_hidden_ones(
        TaskKind task, int units, Activation activation)
    {
        Experiment experiment = Parse(
            """
            datasets: [wine, wdbc]
            models:
              net: {kind: network, hidden: [8, 4], activation: leaky_relu, slope: 0.2, init: {normal: 0.5}}
            """);

        var start = new Initialization(InitializationKind.Normal, 0.5);
        Assert.Equal(
            [
                new DenseLayer { Units = 8, Activation = Activation.LeakyRelu, Slope = 0.2, Init = start },
                new DenseLayer { Units = 4, Activation = Activation.LeakyRelu, Slope = 0.2, Init = start },
                new DenseLayer { Units = units, Activation = activation, Init = start },
            ],
            ((NetworkSpec)experiment.Models[0].SpecFor(task)).Layers);
    }

    [Fact]
    public void A_learning_curve_and_the_point_that_a_claim_is_about_are_read()
    {
        Experiment experiment = Loader.Load(ExperimentFiles.Curve);

        Assert.Equal(new LearningCurve([10, 20], 30) { KeepDuplicatesTogether = true }, experiment.Split.Quick);
        Assert.Equal(new LearningCurve([10, 20, 100], 50, 4, 3) { KeepDuplicatesTogether = true }, experiment.Split.Default);
        Assert.NotEqual(new LearningCurve([10, 20, 101], 50, 4, 3) { KeepDuplicatesTogether = true }, experiment.Split.Default);
        Assert.Equal(20, Assert.Single(experiment.Claims).TrainRows);
    }

    [Theory]
    [InlineData("", false, false, false)]
    [InlineData("timing: true", true, true, true)]
    [InlineData("timing: {quick: false, default: true}", false, true, true)]
    [InlineData("timing: {default: false, full: true}", false, false, true)]
    public void Fits_are_timed_where_the_experiment_says_so(string timing, bool quick, bool usual, bool full)
    {
        Experiment experiment = Loader.Parse("e.yaml", $"dataset: wine\nmodels: {{tree: {{kind: tree}}}}\n{timing}\n");

        Assert.Equal([quick, usual, full], Enum.GetValues<Profile>().Select(profile => experiment.At(profile).Timing));
        Assert.Equal(usual, experiment.Timing);
    }

    [Theory]
    [InlineData("claims:\n  - {id: right, says: It is right., kind: reaches, model: tree, metric: accuracy, value: 0.5}\n",
        "answer: 'rihgt' is not a claim of this experiment; did you mean 'right'?")]
    [InlineData("", "answer: 'rihgt' is not a claim of this experiment; there are none")]
    public void An_answer_must_be_a_claim_of_the_experiment(string claims, string expected)
    {
        const string models = "dataset: iris\nmodels: {tree: {kind: tree}}\n";

        string message = Assert.Throws<ExperimentException>(() => Loader.Parse("e.yaml", $"{models}{claims}answer: rihgt\n")).Message;

        Assert.EndsWith(expected, message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_answer_is_not_reported_as_missing_where_its_claim_is_wrong()
    {
        const string text = "dataset: iris\nmodels: {tree: {kind: tree}}\nanswer: right\nclaims: [{id: right, kind: reaches}]\n";

        string message = Assert.Throws<ExperimentException>(() => Loader.Parse("e.yaml", text)).Message;

        Assert.DoesNotContain("answer", message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_list_of_columns_is_a_problem_with_its_place()
    {
        var error = Assert.Throws<ExperimentException>(() => Loader.Parse(
            RepositoryFiles.Fixture("experiments", "empty-list.yaml"),
            "dataset: {csv: own.csv, target: class, categorical: []}\nmodels: {a: {kind: linear}}\n"));

        Assert.Contains("empty-list.yaml:1: dataset.categorical", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Tables_of_the_same_file_name_have_names_of_their_own()
    {
        using var folder = new TemporaryFolder();
        foreach (string year in new[] { "2024", "2025" })
        {
            Directory.CreateDirectory(Path.Combine(folder.Path, year));
            folder.Write(
                Path.Combine(year, "sales.csv"), "x,y\n" + string.Concat(Enumerable.Range(0, 30).Select(row => $"{row},{row % 2}\n")));
        }

        Experiment experiment = Parsed(
            "datasets: [{csv: 2024/sales.csv, target: y, name: last}, {csv: 2025/sales.csv, target: y}]");
        Assert.Equal(["last", "sales"], experiment.Datasets);
        Assert.Equal("last", experiment.Tables["last"].Read().Name);
        Assert.EndsWith(
            "own.yaml:1: datasets[1]: 'sales' is the name of 2024/sales.csv, target 'y', too; give this table a 'name'",
            Assert.Throws<ExperimentException>(
                () => Parsed("datasets: [{csv: 2024/sales.csv, target: y}, {csv: 2025/sales.csv, target: y}]")).Message,
            StringComparison.Ordinal);
        Assert.Throws<ExperimentException>(
            () => Parsed("datasets: {quick: [{csv: 2024/sales.csv, target: y}], default: [{csv: 2025/sales.csv, target: y}]}"));
        Assert.Throws<ExperimentException>(
            () => Parsed("datasets: {quick: [{csv: 2024/sales.csv, target: x}], default: [{csv: 2024/sales.csv, target: y}]}"));
        Assert.Equal(["sales"], Parsed(
            "datasets: {quick: [{csv: 2024/sales.csv, target: y}], default: [{csv: 2024/sales.csv, target: y}]}").Datasets);

        Experiment Parsed(string tables) =>
            Loader.Parse(Path.Combine(folder.Path, "own.yaml"), $"{tables}\nmodels: {{a: {{kind: linear}}}}\n");
    }

    [Fact]
    public void Every_key_is_read_into_its_place()
    {
        Experiment experiment = Loader.Load(ExperimentFiles.EveryKey);

        Assert.Equal(("every-key", "Every key", "Is each key read?"), (experiment.Name, experiment.Title, experiment.Question));
        Assert.Equal(experiment.Claims[0].Id, experiment.Answer);
        Assert.Equal(["One remark.", "Another remark."], experiment.Notes);
        Assert.Equal(["The rounds were cut."], experiment.ChangedAfterResults);
        Assert.Equal(new Citation("A document", "A section"), experiment.Source);
        Assert.Equal(["and", "or", "own", "xor"], experiment.Datasets);
        Assert.Equal(
            [["or"], ["and", "or", "own"], ["and", "xor"]], Enum.GetValues<Profile>().Select(profile => experiment.At(profile).Datasets));
        Assert.Equal(
            new ByProfile<SplitPlan>(
                new HoldOut(0.5, 1, Stratified: true) { KeepDuplicatesTogether = true },
                new KFold(2, 3, 2, Stratified: true)
                {
                    KeepDuplicatesTogether = true,
                    LargeFrom = 900,
                    FoldsOnLarge = 3,
                    RepeatsOnLarge = 2,
                },
                new FirstRows(2)),
            experiment.Split);
        Assert.Equal(
            (Precision.Float64, true, true, true), (experiment.Precision, experiment.Timing, experiment.IsLong, experiment.OneAtATime));
        Assert.Equal(
            new TrialLimits { Time = TimeSpan.FromSeconds(30), MemoryBytes = 4_000_000_000, OutputBytes = 5_000_000 }, experiment.Limits);
        Assert.Equal(1000, experiment.FirstSeed);
        Assert.Equal([false, true, false], Enum.GetValues<Profile>().Select(profile => experiment.At(profile).Timing));
        Assert.Equal(["scratch", "pytorch"], experiment.Engines);
        Assert.Equal(
            (new MetricReference("log_loss"), false, true, true, true, true),
            (experiment.Report.Metric, experiment.Report.LearningCurve, experiment.Report.ClassificationReport,
                experiment.Report.ConfusionMatrix, experiment.Report.Architecture, experiment.Report.ActivationCurves));
        Assert.True(experiment.Report.GradientNorms);
        Assert.Equal([new MetricReference("accuracy"), new MetricReference("loss", 3)], experiment.Report.Also);
        Assert.Equal((false, 4), (experiment.Report.DecisionPlanes, experiment.Report.ImportanceRepeats));
        Assert.Equal([0, 3], experiment.Report.Epochs);
        Assert.Equal(
            [new ModelPair("wide and deep", "boosted", "deep"), new ModelPair("trees against short", "trees", "short")],
            experiment.Report.Compare);
        SpecificationSettings specifications = experiment.Report.Specifications!;
        Assert.Equal(["trees", "boosted"], specifications.Models);
        Assert.Equal(["deep", "short"], specifications.Against);
        Assert.Equal([SpecificationMeasure.Score, SpecificationMeasure.LossShare], specifications.Measures);
        Assert.Equal(["least", "short"], experiment.Report.Baselines);
        Assert.Equal(
            [
                new ClaimSpec
                {
                    Id = "first",
                    Says = "The unit reaches it.",
                    Source = new Citation("Another document", "Its section"),
                    Kind = "reaches",
                    Model = "unit",
                    Metric = new MetricReference("accuracy"),
                    Value = 0.9,
                    Share = 0.7,
                    Confidence = 0.9,
                    ByConstruction = "a line separates OR",
                    Dataset = "or",
                    Line = 143,
                },
                new ClaimSpec
                {
                    Id = "second",
                    Says = "The deep one beats the short one.",
                    Source = new Citation("A document", "A section"),
                    Kind = "beats",
                    Model = "deep",
                    Against = "short",
                    Metric = new MetricReference("log_loss"),
                    Margin = 0.1,
                    Line = 154,
                },
                new ClaimSpec
                {
                    Id = "third",
                    Says = "The straight line overfits more on few rows.",
                    Source = new Citation("A document", "A section"),
                    Kind = "larger_on",
                    Model = "straight",
                    Metric = new MetricReference("epochs"),
                    Tables = new TableSlice
                    {
                        RowsBelow = 1000,
                        Columns = TableColumns.Numeric,
                        Smooth = false,
                        Task = TableTask.Classification,
                    },
                    AgainstTables = new TableSlice { RowsFrom = 2000 },
                    Line = 155,
                },
                new ClaimSpec
                {
                    Id = "fourth",
                    Says = "The deep one leads on most tables.",
                    Source = new Citation("A document", "A section"),
                    Kind = "practically_better",
                    Model = "deep",
                    Against = "short",
                    Metric = new MetricReference("log_loss"),
                    Asks = TablesQuestion.Share,
                    Share = 0.6,
                    Line = 162,
                },
                new ClaimSpec
                {
                    Id = "fifth",
                    Says = "The deep one leads by a share of the way.",
                    Source = new Citation("A document", "A section"),
                    Kind = "practically_better",
                    Model = "deep",
                    Against = "short",
                    Metric = new MetricReference("score"),
                    MarginShare = 0.05,
                    Line = 163,
                },
            ],
            experiment.Claims.SkipLast(1));
        Assert.Equal([new(new MetricReference("accuracy"), 0.75)], experiment.Claims[^1].Printed);
    }

    [Fact]
    public void Every_key_of_a_model_is_read_into_its_place()
    {
        var models = Loader.Load(ExperimentFiles.EveryKey).Models.ToDictionary(model => model.Name, StringComparer.Ordinal);

        ExperimentModel unit = models["unit"];
        Assert.Equal(
            new PerceptronSpec
            {
                Init = new(InitializationKind.Uniform, 0.5),
                Bias = false,
                FiresAtZero = true,
                LearningRate = 0.2,
                Epochs = 30,
                StopWhenErrorFree = true,
            },
            unit.Spec);
        Assert.Equal(("One unit", new ByProfile<int>(3, 9, 9)), (unit.Title, unit.Seeds));
        Assert.Null(unit.Validation);
        Assert.Equal(new PreparationPlan { Inputs = InputScaling.Raw }, unit.Preparation);

        Assert.Equal(
            new RealMlpSpec
            {
                Variant = RealMlpVariant.TdS,
                Hidden = [64, 32],
                Activation = RealMlpActivation.Relu,
                InputScale = false,
                FrequencyScale = 0.2,
                LearningRate = 0.06,
                Dropout = 0.3,
                WeightDecay = 0.01,
                LabelSmoothing = 0.05,
                Epochs = 64,
                BatchSize = 128,
                Ensemble = 3,
            },
            models["tabular"].Spec);
        Assert.Equal(
            new TabMSpec
            {
                Members = 8,
                Hidden = [96],
                Dropout = 0.2,
                LearningRate = 0.001,
                WeightDecay = 0.001,
                Epochs = 90,
                BatchSize = 64,
                Patience = 7,
            },
            models["members"].Spec);

        ExperimentModel searched = models["searched"];
        Assert.Equal(["hidden", "activation", "dropout", "train.learning_rate"], searched.Search!.Settings);
        Assert.Equal((new ByProfile<int>(1, 3, 5), new ValidationPlan(0.5)), (searched.Search.Trials, searched.Search.Validation));
        Assert.Equal((SearchStrategy.Halving, true), (searched.Search.Strategy, searched.Search.SameCandidates));
        Assert.Equal(
            [["scratch"], ["scratch", "pytorch"], ["sklearn"]],
            Enum.GetValues<Profile>().Select(profile => searched.Engines!.For(profile)));

        ExperimentModel deep = models["deep"];
        var network = new NetworkSpec
        {
            Layers =
            [
                new DenseLayer { Units = 8, Init = new(InitializationKind.Normal, 0.1) },
                new BatchNormLayer(),
                new ActivationLayer { Activation = Activation.LeakyRelu, Slope = 0.2 },
                new DropoutLayer { Rate = 0.4 },
                new DenseLayer { Units = 4, Activation = Activation.LeakyRelu, Slope = 0.3 },
                new BatchNormLayer { Momentum = 0.2, Epsilon = 1e-4 },
                new DenseLayer
                {
                    Units = DenseLayer.OutputUnits,
                    Activation = Activation.Softmax,
                    Init = new(InitializationKind.XavierNormal),
                },
            ],
            Train = new()
            {
                Loss = Loss.MeanSquaredError,
                Optimizer = Optimizer.Nesterov,
                LearningRate = 0.3,
                Epochs = 40,
                BatchSize = 2,
                Shuffle = false,
                Momentum = 0.8,
                Beta1 = 0.7,
                Beta2 = 0.6,
                Rho = 0.5,
                Epsilon = 1e-6,
                WeightDecay = 0.01,
                L2 = 0.02,
                EarlyStopping = new()
                {
                    Watch = Watch.ValidationAccuracy,
                    Patience = 4,
                    MinDelta = 0.1,
                    RestoreBest = false,
                    Rule = StoppingRule.Sklearn,
                },
            },
            DropoutAtInference = true,
            Ensemble = 5,
        };
        Assert.Equal(network, deep.Spec);
        Assert.Equal(new ByProfile<int>(1, 2, 3), deep.Seeds);
        Assert.Equal(new ValidationSetting(new ValidationPlan(0.25, ValidationSelection.Random, 7)
        {
            KeepDuplicatesTogether = true,
        }, FromSeed: false), deep.Validation);
        Assert.Equal(
            new PreparationPlan
            {
                Inputs = InputScaling.MinMax,
                Missing = MissingTreatment.ImputeMean,
                Indicator = true,
                RareBelow = 5,
                MostCategories = 40,
                Target = TargetScaling.Standardize,
            },
            deep.Preparation);
        Assert.Equal(network with { Train = network.Train with { LearningRate = 0.1, EarlyStopping = null } }, models["heir"].Spec);

        Assert.Equal(new ConstantSpec(), models["least"].Spec);
        Assert.Equal(new LinearSpec { L2 = 0.5, MaxIterations = 50 }, models["straight"].Spec);
        Assert.Equal(new TreeSpec { MaxDepth = 3, MinSamplesLeaf = 2, MaxLeaves = 7 }, models["one-tree"].Spec);
        Assert.Equal(new ForestSpec
        {
            Trees = 10,
            FeatureShare = 0.5,
            MaxDepth = 4,
            MinSamplesLeaf = 1,
            MaxLeaves = 9,
        }, models["trees"].Spec);
        Assert.Equal(
            new BoostedTreesSpec
            {
                Rounds = 20,
                LearningRate = 0.05,
                MaxLeaves = 15,
                MaxDepth = 6,
                MinSamplesLeaf = 3,
                MinChildWeight = 0.5,
                L2 = 2,
                MaxBins = 64,
                Subsample = 0.9,
                ColumnSample = 0.8,
                Patience = 5,
            },
            models["boosted"].Spec);
    }

    [Fact]
    public void Planes_are_drawn_of_two_inputs_and_inputs_are_weighed_five_times_unless_a_number_is_given()
    {
        Experiment experiment = Parse(
            """
            datasets: [xor, two_moons]
            report: {decision_planes: true, importance: {}}
            models:
              line: {kind: linear}
            """);

        Assert.Equal((true, 5), (experiment.Report.DecisionPlanes, experiment.Report.ImportanceRepeats));
    }

    [Fact]
    public void A_model_inherits_mappings_deeply_and_replaces_lists()
    {
        Experiment experiment = Parse(
            """
            dataset: xor
            models:
              last: {like: middle, layers: [{dense: 1, activation: sigmoid}]}
              middle: {like: first, train: {learning_rate: 0.5}}
              first:
                kind: network
                layers: [{dense: 4, activation: tanh}, {dense: 1, activation: sigmoid}]
                train: {optimizer: sgd, epochs: 7}
            """);

        NetworkSpec last = Assert.IsType<NetworkSpec>(experiment.Models[0].Spec);
        Assert.Equal([new DenseLayer { Units = 1, Activation = Activation.Sigmoid }], last.Layers);
        Assert.Equal((Optimizer.Sgd, 7, 0.5), (last.Train.Optimizer, last.Train.Epochs, last.Train.LearningRate));
    }

    [Fact]
    public void A_scale_of_its_own_replaces_an_inherited_one()
    {
        Experiment experiment = Parse(
            """
            dataset: xor
            models:
              normal: {kind: perceptron, init: {normal: 0.1}}
              uniform: {like: normal, init: {uniform: 0.2}}
            """);

        Assert.Equal(new Initialization(InitializationKind.Uniform, 0.2), Assert.IsType<PerceptronSpec>(experiment.Models[1].Spec).Init);
    }

    [Fact]
    public void Validation_rows_follow_the_seed_unless_a_random_state_is_given()
    {
        Experiment experiment = Parse(
            """
            dataset: iris
            validation: {fraction: 0.1}
            models:
              drawn: {kind: constant}
              fixed: {kind: constant, validation: {fraction: 0.1, random_state: 5}}
            """);

        Assert.Equal([3u, 4u], new long[] { 3, 4 }.Select(seed => experiment.Models[0].Validation!.For(seed).RandomState));
        Assert.Equal([5u, 5u], new long[] { 3, 4 }.Select(seed => experiment.Models[1].Validation!.For(seed).RandomState));
    }

    [Theory]
    [InlineData("accuracy", "accuracy", null)]
    [InlineData("loss@0", "loss", 0)]
    [InlineData("loss@400", "loss", 400)]
    public void A_metric_may_name_an_epoch(string text, string name, int? epoch)
    {
        var reference = MetricReference.Parse(text);

        Assert.Equal(new MetricReference(name, epoch), reference);
        Assert.Equal(text, reference!.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("@3")]
    [InlineData("loss@")]
    [InlineData("loss@-1")]
    [InlineData("loss@1.5")]
    public void What_is_no_metric_is_not_taken_for_one(string text) => Assert.Null(MetricReference.Parse(text));

    private static Experiment Parse(string text) => Loader.Parse("test.yaml", text);
}

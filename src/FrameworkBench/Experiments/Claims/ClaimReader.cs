using FrameworkBench.Experiments.Models;
using FrameworkBench.Protocol.Models;
using FrameworkBench.Reading;

namespace FrameworkBench.Experiments.Claims;

/// <summary>Reads a claim and the test it is put to.</summary>
internal sealed class ClaimReader(
    Vocabulary vocabulary, Metrics metrics, IReadOnlyDictionary<string, DatasetTerm> datasets,
    IReadOnlyDictionary<string, ExperimentModel?> models, IReadOnlyList<int> sizes)
{
    private static readonly string[] EveryKind = ["kind", "train_rows"];

    private readonly SliceReader slices = new(datasets, models.Values);

    /// <summary>The claim, or null after noting what is wrong with it.</summary>
    /// <param name="value">One item of <c>claims</c>.</param>
    /// <param name="lesson">Where the experiment comes from; a claim that names only a section means one of that document.</param>
    public ClaimSpec? Read(Value value, Citation? lesson)
    {
        if (value.AsMapping("claim") is not { } mapping)
            return null;
        string? id = mapping.Text("id");
        if (id is not null && !Names.IsGood(id))
            mapping.At("id")!.Fail($"'{ScalarNode.Shorten(id)}' cannot be the id of a claim; {Names.RuleFor(id)}");
        string? says = mapping.Text("says");
        if (Test(mapping) is not { } test)
            return null;
        string[] kinds = [.. vocabulary.Claims.Keys];
        string? kind = test.At("kind")?.AsName("a kind of claim", kinds);
        if (test.At("kind") is null)
            test.Miss("kind", $"one of {string.Join(", ", kinds)}");
        if (kind is not null)
            CheckKeys(test, kind, vocabulary.Claims[kind]);

        string? model = Model(test.At("model"));
        string? against = Model(test.At("against"));
        if (model is not null && model == against)
            test.At("against")!.Fail($"'{model}' is compared with itself; name another model");
        string? dataset = test.At("dataset")?.AsName("a data set of this experiment", [.. datasets.Keys]);
        TableSlice? tables = test.At("tables") is { } some ? slices.Read(some) : null;
        TableSlice? againstTables = test.At("against_tables") is { } others ? slices.Read(others) : null;
        if (tables is not null && againstTables?.IsApartFrom(tables) == false)
            test.At("against_tables")!.Fail("a table may be in this slice and in 'tables'; separate them by rows, columns, smooth or task");
        MetricReference? metric = test.At("metric") is { } name ? Judged(name) : null;
        IReadOnlyList<PrintedFigure> printed = test.At("printed") is { } figures ? Printed(figures, Judged) : Array.Empty<PrintedFigure>();
        var claim = new ClaimSpec
        {
            Id = id ?? "",
            Says = says ?? "",
            Kind = kind ?? "",
            Model = model ?? "",
            Metric = metric ?? (printed.Count > 0 ? printed[0].Metric : new MetricReference("")),
            Source = mapping.At("source") is { } source ? SettingsReader.Source(source, lesson) : lesson,
            Against = against,
            Value = metrics.ReadThreshold(test.At("value"), metric, kind),
            Printed = printed,
            Margin = metrics.ReadDifference(test.At("margin"), metric),
            MarginShare = MarginShare(test, kind, metric),
            Share = test.Number("share"),
            Asks = Asks(test, kind),
            Confidence = test.Number("confidence"),
            ByConstruction = mapping.Text("by_construction"),
            Dataset = dataset,
            TrainRows = TrainRows(test),
            Tables = tables,
            AgainstTables = againstTables,
            Line = mapping.Node.Line,
        };
        return id is null || says is null || kind is null ? null : claim;

        MetricReference? Judged(Value value) => metrics.ReadJudged(value, model is null ? null : models[model], Concerned);

        bool Concerned(string other, DatasetTerm term) => dataset is not null
            ? other == dataset
            : SliceReader.MayContain(tables, term) || (againstTables is not null && SliceReader.MayContain(againstTables, term));
    }

    /// <summary>The keys of the test: those below <c>test</c>, or the claim's own; null after noting that it is no mapping.</summary>
    private static Mapping? Test(Mapping claim)
    {
        if (claim.At("test") is not { } value)
            return claim;
        foreach (string key in KeyTable.Of("test").Names)
            claim.At(key)?.Fail($"'{key}' is a key of the test; write it into 'test'");
        return value.AsMapping();
    }

    private TablesQuestion Asks(Mapping mapping, string? kind)
    {
        TablesQuestion asks = mapping.Word<TablesQuestion>("asks");
        if (kind is not null && vocabulary.Claims[kind].Optional.Contains("asks", StringComparer.Ordinal) && asks != TablesQuestion.Share)
            mapping.At("share")?.Fail("requires 'asks: share'; add it, or remove 'share'");
        return asks;
    }

    private double? MarginShare(Mapping mapping, string? kind, MetricReference? metric)
    {
        if (mapping.At("margin_share") is not { } value || kind is null
            || !vocabulary.Claims[kind].Optional.Contains("margin_share", StringComparer.Ordinal))
            return null;
        if (mapping.At("margin") is not null)
            value.Fail("a claim has one margin; remove 'margin' or 'margin_share'");
        if (metric is not null && metric != new MetricReference(MetricReference.Score))
            value.Fail($"is a share of the way in score; give 'metric: {MetricReference.Score}', or 'margin' in place of 'margin_share'");
        if (!models.Values.Any(model => model?.Spec is ConstantSpec))
            value.Fail("is a share of the way from the constant model to the best one; the experiment needs a model of kind constant");
        return value.AsNumber();
    }

    private List<PrintedFigure> Printed(Value value, Func<Value, MetricReference?> read)
    {
        var printed = new List<PrintedFigure>();
        foreach (Mapping item in (value.AsItems() ?? []).Select(item => item.AsMapping()).OfType<Mapping>())
        {
            MetricReference? metric = item.At("metric") is { } name ? read(name) : null;
            double? figure = metrics.ReadFigure(item.At("value"), metric);
            if (metric is null || figure is null)
                continue;
            if (printed.Exists(other => other.Metric == metric))
                item.At("metric")!.Fail($"duplicate metric '{metric}'");
            printed.Add(new PrintedFigure(metric, figure.Value));
        }

        return printed;
    }

    private int? TrainRows(Mapping mapping)
    {
        Value? value = mapping.At("train_rows");
        string listed = string.Join(", ", sizes);
        if (sizes.Count == 0)
        {
            value?.Fail("the experiment's split is not a learning curve; remove train_rows");
        }
        else if (value is null)
        {
            mapping.Fail($"'train_rows' is missing; give a point of the learning curve, one of {listed}");
        }
        else if (value.AsWhole() is int rows)
        {
            if (sizes.Contains(rows))
                return rows;
            value.Fail($"{rows} is not a point of the learning curve; must be one of {listed}");
        }

        return null;
    }

    private string? Model(Value? value) => value?.AsName("a model of this experiment", [.. models.Keys]);

    private void CheckKeys(Mapping mapping, string kind, ClaimTerm term)
    {
        if (term.IsAcrossTables && datasets.Count == 1)
            mapping.At("kind")!.Fail(
                $"a claim of kind {kind} is judged over many tables; this experiment has one data set, {datasets.Keys.First()}");
        foreach (string missing in term.Required.Where(key => mapping.At(key) is null))
            mapping.Fail($"'{missing}' is missing; a claim of kind {kind} needs {string.Join(", ", term.Required)}");
        foreach (string key in KeyTable.Of("test").Names.Except([.. EveryKind, .. term.Required, .. term.Optional]))
            mapping.At(key)?.Fail(
                $"a claim of kind {kind} has no '{key}'; it takes {string.Join(", ", [.. term.Required, .. term.Optional])}");
    }
}

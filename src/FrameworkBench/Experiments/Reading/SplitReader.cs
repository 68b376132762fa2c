using FrameworkBench.Datasets.Splits;

namespace FrameworkBench.Experiments.Reading;

/// <summary>Reads how rows are divided into training, validation and test rows.</summary>
internal static class SplitReader
{
    private const int FewestFolds = 3;
    private const int Folds = 5;

    /// <summary>
    /// The split of an experiment that does not say: five folds, twice over, classes in equal shares, no inputs on both sides. One split would
    /// say nothing about other rows.
    /// </summary>
    public static SplitPlan Default { get; } = FoldsOf(Folds, repeats: 2);

    /// <summary>The default of each profile: three folds in a quick run, five folds four times over in a full one.</summary>
    public static ByProfile<SplitPlan> Defaults { get; } = new(FoldsOf(FewestFolds), Default, FoldsOf(Folds, repeats: 4));

    /// <summary>Reads <c>split</c>: one plan, or one for each profile.</summary>
    public static ByProfile<SplitPlan> Read(Value? value)
    {
        if (value is null)
            return Defaults;
        if (value.Node is not MappingNode node || !node.Entries.Any(entry => Keys.Profiles.Contains(entry.Key)))
        {
            SplitPlan plan = Plan(value);
            return new ByProfile<SplitPlan>(plan, plan, plan);
        }

        Mapping mapping = value.AsMapping(Keys.Profiles)!;
        SplitPlan usual = mapping.Required("default", "the split of an ordinary run") is { } ordinary ? Plan(ordinary) : Default;
        return new ByProfile<SplitPlan>(
            mapping.At("quick") is { } quick ? Plan(quick) : usual,
            usual,
            mapping.At("full") is { } full ? Plan(full) : usual);
    }

    /// <summary>Reads <c>validation</c>.</summary>
    public static ValidationSetting? Validation(Value value)
    {
        if (value.AsMapping(Keys.Validation) is not { } mapping)
            return null;
        double? fraction = mapping.Required("fraction", "a share of the training rows, such as 0.1")?.AsNumber(NumberRange.Part);
        ValidationSelection selection = mapping.At("selection")?.AsWord<ValidationSelection>("a selection") ?? ValidationSelection.Stratified;
        Value? state = mapping.At("random_state");
        if (selection == ValidationSelection.Last)
            state?.Fail("the last rows are not drawn at random; remove random_state");
        bool fromSeed = selection != ValidationSelection.Last && state is null or { Scalar: "seed" };
        var plan = new ValidationPlan(fraction ?? 0.1, selection)
        {
            KeepDuplicatesTogether = mapping.At("keep_duplicates_together")?.AsFlag() ?? false,
        };
        if (!fromSeed && state is not null)
            plan = plan with { RandomState = RandomState(state, "or 'seed' for the trial's own") };
        return new ValidationSetting(plan, fromSeed);
    }

    private static SplitPlan Plan(Value value)
    {
        if (value.Scalar == "all")
            return new AllRows();
        if (value.Scalar == "published")
            return new PublishedRows();
        if (value.Node is MappingNode node)
        {
            string? word = Keys.Splits.Keys.FirstOrDefault(word => node.Entries.Any(entry => entry.Key == word));
            if (word is not null)
                return Plan(word, value.AsMapping(Keys.Splits[word])!);
        }

        string? first = value.Node is MappingNode { Entries: [var entry, ..] } ? entry.Key : value.Scalar;
        string found = string.IsNullOrEmpty(first) ? value.Found() : $"'{first}' is not a split";
        value.Fail($"{found}; must be all, published, {{hold_out: 0.2}}, {{k_fold: 5}}, {{first_rows: 100}} or {{learning_curve: [100, 1000], test_rows: 500}}");
        return Default;
    }

    private static SplitPlan Plan(string word, Mapping mapping)
    {
        Value? number = mapping.Required(word, word == "learning_curve" ? "numbers of training rows" : "its number");
        if (word == "first_rows")
            return new FirstRows(number?.AsWhole(1) ?? 1);

        // A division as train_test_split makes it is that of a document, row for row; the others are for claims about new rows.
        bool together = mapping.At("keep_duplicates_together")?.AsFlag() ?? word != "hold_out";
        if (word == "learning_curve")
            return Curve(number, mapping) with { KeepDuplicatesTogether = together };
        bool stratified = mapping.At("stratified")?.AsFlag() ?? false;
        uint state = mapping.At("random_state") is { } seed ? RandomState(seed) : 42;
        Mapping? large = word == "k_fold" ? mapping.At("on_large")?.AsMapping(Keys.OnLarge) : null;
        return word == "hold_out"
            ? new HoldOut(number?.AsNumber(NumberRange.Part) ?? 0.2, state, stratified) { KeepDuplicatesTogether = together }
            : new KFold(number?.AsWhole(2) ?? 2, mapping.At("repeats")?.AsWhole(1) ?? 1, state, stratified, mapping.At("shuffle")?.AsFlag() ?? true)
            {
                KeepDuplicatesTogether = together,
                LargeFrom = large?.Required("from_rows", "the rows from which a table is large")?.AsWhole(1),
                RepeatsOnLarge = large?.Required("repeats", "how often a large table is divided")?.AsWhole(1) ?? 1,
            };
    }

    private static KFold FoldsOf(int folds, int repeats = 1) => new(folds, repeats, Stratified: true) { KeepDuplicatesTogether = true };

    private static LearningCurve Curve(Value? rows, Mapping mapping)
    {
        int[] sizes = [.. (rows?.AsItems("number of row") ?? []).Select(item => item.AsWhole(1)).OfType<int>()];
        if (sizes.Zip(sizes.Skip(1)).Any(pair => pair.First >= pair.Second))
            rows!.Fail("the numbers of rows must be in ascending order");
        int tested = mapping.Required("test_rows", "how many rows to test on")?.AsWhole(1) ?? 1;
        uint state = mapping.At("random_state") is { } seed ? RandomState(seed) : 42;
        return new LearningCurve(sizes, tested, mapping.At("repeats")?.AsWhole(1) ?? 1, state);
    }

    private static uint RandomState(Value value, string? besides = null)
    {
        NumberRange range = NumberRange.Whole(0, uint.MaxValue);
        return (uint)(value.AsNumber(besides is null ? range : range with { Said = $"{range.Said}, {besides}" }) ?? 0);
    }
}

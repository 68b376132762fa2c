using FrameworkBench.Datasets.Splits;
using FrameworkBench.Reading;

namespace FrameworkBench.Experiments.Splits;

/// <summary>Reads how rows are divided into training, validation and test rows.</summary>
internal static class SplitReader
{
    private const int FewestFolds = 3;
    private const int Folds = 5;

    private static readonly NumberRange States = NumberRange.Whole(0, uint.MaxValue);

    private static readonly IReadOnlyList<string> Kinds = KeyTable.Of("split").Mappings;

    /// <summary>
    /// The split of an experiment that does not say: five folds, twice over, classes in equal shares, no inputs on both sides. One split
    /// would say nothing about other rows.
    /// </summary>
    public static SplitPlan Default { get; } = FoldsOf(Folds, repeats: 2);

    /// <summary>The default of each profile: three folds in a quick run, five folds four times over in a full one.</summary>
    public static ByProfile<SplitPlan> Defaults { get; } = new(FoldsOf(FewestFolds), Default, FoldsOf(Folds, repeats: 4));

    /// <summary>Reads <c>split</c>: one plan, or one for each profile.</summary>
    public static ByProfile<SplitPlan> Read(Value? value)
    {
        if (value is null)
            return Defaults;
        if (value.Node is not MappingNode node || !node.Entries.Any(entry => KeyTable.Of("split_by_profile").Names.Contains(entry.Key)))
        {
            SplitPlan plan = Plan(value);
            return new ByProfile<SplitPlan>(plan, plan, plan);
        }

        Mapping mapping = value.AsMapping("split_by_profile")!;
        SplitPlan usual = mapping.At("default") is { } ordinary ? Plan(ordinary) : Default;
        return new ByProfile<SplitPlan>(
            mapping.At("quick") is { } quick ? Plan(quick) : usual,
            usual,
            mapping.At("full") is { } full ? Plan(full) : usual);
    }

    /// <summary>Reads <c>validation</c>.</summary>
    public static ValidationSetting? Validation(Value value)
    {
        if (value.AsMapping() is not { } mapping)
            return null;
        double? fraction = mapping.At("fraction")?.AsNumber();
        ValidationSelection selection = mapping.Word<ValidationSelection>("selection");
        Value? state = mapping.At("random_state");
        if (selection == ValidationSelection.Last)
            state?.Fail("the last rows are not drawn at random; remove random_state");
        bool fromSeed = selection != ValidationSelection.Last && state is null or { Scalar: "seed" };
        var plan = new ValidationPlan(fraction ?? 0.1, selection)
        {
            KeepDuplicatesTogether = mapping.Flag("keep_duplicates_together"),
        };
        if (!fromSeed && state is not null)
            plan = plan with
            {
                RandomState = (uint)(state.AsNumber(States with { Said = $"{States.Said}, or 'seed' for the trial's own" }) ?? 0),
            };
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
            string? word = Kinds.FirstOrDefault(word => node.Entries.Any(entry => entry.Key == word));
            if (word is not null)
                return Plan(word, value.AsMapping(word)!);
        }

        string? first = value.Node is MappingNode { Entries: [var entry, ..] } ? entry.Key : value.Scalar;
        string found = string.IsNullOrEmpty(first) ? value.Found() : $"'{first}' is not a split";
        value.Fail($"{found}; must be all, published, {{hold_out: 0.2}}, {{k_fold: 5}}, {{first_rows: 100}} or {{learning_curve: [100, "
            + "1000], test_rows: 500}");
        return Default;
    }

    private static SplitPlan Plan(string word, Mapping mapping)
    {
        Value? number = mapping.At(word);
        if (word == "first_rows")
            return new FirstRows(number?.AsWhole() ?? 1);

        bool together = mapping.Flag("keep_duplicates_together");
        if (word == "learning_curve")
            return Curve(number, mapping) with { KeepDuplicatesTogether = together };
        bool stratified = mapping.Flag("stratified");
        uint state = (uint)mapping.Number("random_state");
        Mapping? large = word == "k_fold" ? mapping.At("on_large")?.AsMapping() : null;
        if (word == "k_fold" && !mapping.Flag("shuffle"))
        {
            mapping.At("random_state")?.Fail("rows in file order are not drawn at random; remove random_state");
            if (mapping.Whole("repeats") > 1)
                mapping.At("repeats")?.Fail("in file order every repeat has the same folds; remove repeats");
            if (large?.At("repeats")?.AsWhole() > 1)
                large.At("repeats")?.Fail("in file order every repeat has the same folds; must be 1");
        }

        return word == "hold_out"
            ? new HoldOut(number?.AsNumber() ?? 0.2, state, stratified) { KeepDuplicatesTogether = together }
            : new KFold(number?.AsWhole() ?? 2, mapping.Whole("repeats"), state, stratified, mapping.Flag("shuffle"))
            {
                KeepDuplicatesTogether = together,
                LargeFrom = large?.At("from_rows")?.AsWhole(),
                FoldsOnLarge = large?.At("k_fold")?.AsWhole(),
                RepeatsOnLarge = large?.At("repeats")?.AsWhole() ?? 1,
            };
    }

    private static KFold FoldsOf(int folds, int repeats = 1) => new(folds, repeats, Stratified: true) { KeepDuplicatesTogether = true };

    private static LearningCurve Curve(Value? rows, Mapping mapping)
    {
        int[] sizes = [.. (rows?.AsItems() ?? []).Select(item => item.AsWhole()).OfType<int>()];
        if (sizes.Zip(sizes.Skip(1)).Any(pair => pair.First >= pair.Second))
            rows!.Fail("the numbers of rows must be in ascending order");
        int tested = mapping.At("test_rows")?.AsWhole() ?? 1;
        uint state = (uint)mapping.Number("random_state");
        return new LearningCurve(sizes, tested, mapping.Whole("repeats"), state);
    }
}

using FrameworkBench.Datasets.Preparation;
using FrameworkBench.Protocol.Models;

namespace FrameworkBench.Experiments.Reading;

/// <summary>Reads what is done to the table before a model sees it.</summary>
internal static class PreparationReader
{
    /// <summary>Reads <c>inputs</c>: the word of a scaling, or a mapping that says more.</summary>
    public static PreparationPlan Read(Value value)
    {
        var start = new PreparationPlan();
        if (!value.IsMapping)
            return start with { Inputs = Scaling(value) ?? start.Inputs };
        Mapping mapping = value.AsMapping(Keys.Inputs)!;
        return new PreparationPlan
        {
            Inputs = mapping.At("scaling") is { } scaling ? Scaling(scaling) ?? start.Inputs : start.Inputs,
            Categories = mapping.At("categories")?.AsWord<CategoryCoding>("a coding of categories") ?? start.Categories,
            Missing = mapping.At("missing")?.AsWord<MissingTreatment>("a treatment of missing values") ?? start.Missing,
            Indicator = mapping.At("indicator")?.AsFlag() ?? start.Indicator,
            RareBelow = mapping.At("rare_below")?.AsWhole(0) ?? start.RareBelow,
            MostCategories = mapping.At("most_categories")?.AsWhole(1) ?? start.MostCategories,
            Target = mapping.At("target")?.AsWord<TargetScaling>("a scaling of the target") ?? start.Target,
        };
    }

    /// <summary>What stands in the way of preparing inputs for a model in this way, or null.</summary>
    public static string? Misfit(PreparationPlan plan, ModelSpec spec)
    {
        if (spec is ConstantSpec or TreeSpec or ForestSpec or BoostedTreesSpec)
            return null;
        if (plan.Categories == CategoryCoding.Codes)
            return $"only tree models take category codes; a {spec.Kind} model needs 'categories: one_hot'";
        return plan.Missing == MissingTreatment.Keep
            ? $"only tree models take missing values; a {spec.Kind} model needs 'missing: impute_median' or 'impute_mean'"
            : null;
    }

    private static InputScaling? Scaling(Value value) => value.AsWord<InputScaling>("a scaling of inputs");
}

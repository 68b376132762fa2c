using FrameworkBench.Datasets.Preparation;
using FrameworkBench.Protocol.Models;
using FrameworkBench.Protocol.Models.Tabular;
using FrameworkBench.Reading;

namespace FrameworkBench.Experiments.Models;

/// <summary>Reads what is done to the table before a model sees it.</summary>
internal static class PreparationReader
{
    /// <summary>Reads <c>inputs</c>: the word of a scaling, or a mapping that says more.</summary>
    public static PreparationPlan Read(Value value)
    {
        var start = new PreparationPlan();
        if (!value.IsMapping)
            return start with { Inputs = value.AsWord<InputScaling>() ?? start.Inputs };
        Mapping mapping = value.AsMapping()!;
        return mapping.Into(start, "indicator", "rare_below", "most_categories") with
        {
            Inputs = mapping.Word<InputScaling>("scaling"),
            Categories = mapping.Word<CategoryCoding>("categories"),
            Missing = mapping.Word<MissingTreatment>("missing"),
            Target = mapping.Word<TargetScaling>("target"),
        };
    }

    /// <summary>What stands in the way of preparing inputs for a model in this way, or null.</summary>
    public static string? Misfit(PreparationPlan plan, ModelSpec spec)
    {
        if (spec is ConstantSpec or TreeSpec or ForestSpec or BoostedTreesSpec)
            return null;
        if (plan.Categories == CategoryCoding.Codes)
            return $"only tree models take category codes; a {spec.Kind} model needs 'categories: one_hot'";
        if (plan.Categories == CategoryCoding.Mixed && spec is not RealMlpSpec { Variant: RealMlpVariant.Td })
            return $"only a realmlp of variant td embeds categories; a {spec.Kind} model needs 'categories: one_hot' or 'one_hot_signed'";
        return plan.Missing == MissingTreatment.Keep
            ? $"only tree models take missing values; a {spec.Kind} model needs 'missing: impute_median' or 'impute_mean'"
            : null;
    }
}

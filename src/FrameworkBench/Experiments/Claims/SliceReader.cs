using FrameworkBench.Experiments.Models;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Protocol.Models;
using FrameworkBench.Reading;

namespace FrameworkBench.Experiments.Claims;

/// <summary>Reads which tables of an experiment a claim is about.</summary>
internal sealed class SliceReader(IReadOnlyDictionary<string, DatasetTerm> datasets, IEnumerable<ExperimentModel?> models)
{
    /// <summary>The slice, or null after noting what is wrong with it.</summary>
    public TableSlice? Read(Value value)
    {
        if (value.AsMapping() is not { } mapping)
            return null;
        TableSlice slice = mapping.Into(new TableSlice(), "rows_from", "rows_below", "smooth") with
        {
            Columns = mapping.At("columns")?.AsWord<TableColumns>(),
            Task = mapping.At("task")?.AsWord<TableTask>(),
        };
        if (mapping.Node.Entries.All(entry => entry.Value is ScalarNode { IsNull: true }))
            value.Fail($"restricts nothing; give one or more of {string.Join(", ", KeyTable.Of("slice").Names)}, or remove it");
        if (slice.RowsFrom >= slice.RowsBelow)
            value.Fail(
                $"no table has {slice.RowsFrom} rows or more and fewer than {slice.RowsBelow}; 'rows_from' must be below 'rows_below'");
        if (slice.Smooth is not null && !(Has<ConstantSpec>() && Has<LinearSpec>()))
            mapping.At("smooth")!.Fail("smoothness compares a linear with a constant model; the experiment needs a model of each kind");
        if (slice.Task is { } task && datasets.Values.All(dataset => Of(dataset) != task))
            mapping.At("task")!.Fail($"no data set of this experiment is a {Words<TableTask>.Of(task)}");
        return slice;
    }

    /// <summary>Whether a data set may lie in a slice, as far as its task tells.</summary>
    public static bool MayContain(TableSlice? slice, DatasetTerm dataset) => slice?.Task is not { } task || Of(dataset) == task;

    private static TableTask Of(DatasetTerm dataset) => dataset.Task is TaskKind.Binary or TaskKind.Multiclass
        ? TableTask.Classification : TableTask.Regression;

    private bool Has<T>()
        where T : ModelSpec => models.Any(model => model?.Spec is T);
}

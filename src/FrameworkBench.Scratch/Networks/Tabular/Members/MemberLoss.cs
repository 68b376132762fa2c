using System.Numerics;
using FrameworkBench.Scratch.Networks.Losses;
using FrameworkBench.Scratch.Numerics;

namespace FrameworkBench.Scratch.Networks.Tabular.Members;

/// <summary>The mean of the losses of several members, of which each row holds the outputs one after another.</summary>
/// <param name="members">How many.</param>
/// <param name="ofMember">The loss of one, from what goes into the mean.</param>
/// <param name="ofMean">The loss of the mean prediction, by which the network is judged.</param>
internal sealed class MemberLoss<T>(int members, LossFunction<T> ofMember, LossFunction<T> ofMean) : LossFunction<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private AlignedBuffer<T> replicas = new(0);

    public override bool TakesLogits => true;

    public override LossFunction<T> ForEvaluation => ofMean;

    public override double Evaluate(
        ReadOnlySpan<T> predictions, ReadOnlySpan<T> targets, Span<T> gradient, int rows, int columns)
    {
        replicas = AlignedBuffer<T>.AtLeast(replicas, rows * members * columns);
        Span<T> all = replicas.From(0);
        for (int row = 0; row < rows; row++)
        {
            for (int member = 0; member < members; member++)
                targets.Slice(row * columns, columns).CopyTo(all[(((row * members) + member) * columns)..]);
        }

        return ofMember.Evaluate(predictions, all, gradient, rows * members, columns);
    }
}

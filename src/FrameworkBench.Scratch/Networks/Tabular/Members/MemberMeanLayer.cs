using System.Numerics;
using FrameworkBench.Scratch.Networks.Layers;
using FrameworkBench.Scratch.Numerics;

namespace FrameworkBench.Scratch.Networks.Tabular.Members;

/// <summary>A <see cref="MemberMean"/> at work. Losses of members are taken before it, so that nothing goes back through it.</summary>
internal sealed class MemberMeanLayer<T>(int inputs, int members, bool predictsClasses) : Layer<T>(inputs, inputs / members)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly T[] probabilities = new T[inputs / members];

    public override void Forward(ReadOnlySpan<T> input, Span<T> output, int rows, ForwardMode mode)
    {
        T share = T.One / T.CreateTruncating(members);
        for (int row = 0; row < rows; row++)
        {
            Span<T> mean = output.Slice(row * Outputs, Outputs);
            mean.Clear();
            for (int member = 0; member < members; member++)
            {
                ReadOnlySpan<T> values = input.Slice((row * Inputs) + (member * Outputs), Outputs);
                if (predictsClasses)
                {
                    RowSoftmax.Of(values, probabilities);
                    values = probabilities;
                }

                for (int i = 0; i < mean.Length; i++)
                    mean[i] += share * values[i];
            }
        }
    }

    public override void Backward(
        ReadOnlySpan<T> input,
        ReadOnlySpan<T> output,
        Span<T> outputGradient,
        Span<T> inputGradient,
        int rows) => throw new InvalidOperationException("The loss of members is taken before their mean.");
}
